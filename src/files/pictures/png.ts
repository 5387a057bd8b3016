import type { ByteReader } from '#src/files/byte-reader.ts'

const signatureBytes = 8
/** Length and name before the contents of a chunk, and the check sum after them. */
const framing = 12
const dropped = ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME']

/** Leaves out the chunks that hold words about the picture, and whatever comes after its end. */
export async function* pngWithoutMetadata(reader: ByteReader): AsyncGenerator<Uint8Array> {
  yield await reader.take(signatureBytes)
  for (;;) {
    const head = await reader.peek(8)
    const name = head.toString('latin1', 4)
    if (!/^[A-Za-z]{4}$/.test(name)) break
    const length = head.readUInt32BE(0) + framing
    if (dropped.includes(name)) await reader.drop(length)
    else yield* reader.pass(length)
    if (name === 'IEND') return
  }
  yield* reader.pass()
}
