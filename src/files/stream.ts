/**
 * The parts of a file as the body of an answer, each read when the one before it has been taken. The first one is there
 * already, so that a fault comes before the answer begins; a later one breaks it off.
 */
export async function begun(bytes: AsyncIterable<Uint8Array>): Promise<ReadableStream<Uint8Array>> {
  const parts = bytes[Symbol.asyncIterator]()
  let next = await parts.next()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (next.done) {
          controller.close()
          return
        }
        controller.enqueue(next.value)
        next = await parts.next()
      },
      async cancel() {
        await parts.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}
