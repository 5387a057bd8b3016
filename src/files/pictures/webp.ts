import type { ByteReader } from '#src/files/byte-reader.ts'

const emptied = ['EXIF', 'XMP ']
/** In the head of an extended file: that there are EXIF (8) and XMP (4). */
const saysThereAre = 0x0c

/**
 * Overwrites the chunks that hold words about the picture with nothing, under a name that no reader knows. Nothing gets
 * shorter, because the file says at its very beginning how long it is.
 */
export async function* webpWithoutMetadata(reader: ByteReader): AsyncGenerator<Uint8Array> {
  yield await reader.take(12)
  for (;;) {
    const head = await reader.take(8)
    if (head.length < 8) {
      yield head
      return
    }
    const name = head.toString('latin1', 0, 4)
    const length = head.readUInt32LE(4)
    // A chunk of odd length is filled up to an even one.
    const whole = reader.pass(length + (length % 2))
    if (!emptied.includes(name)) {
      yield head
      yield* name === 'VP8X' ? withoutFlags(whole) : whole
      continue
    }
    yield Buffer.concat([Buffer.from('JUNK'), head.subarray(4)])
    for await (const part of whole) yield Buffer.alloc(part.length)
  }
}

async function* withoutFlags(parts: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
  let first = true
  for await (const part of parts) {
    const copy = Buffer.from(part)
    if (first) copy.writeUInt8(copy.readUInt8(0) & ~saysThereAre & 0xff, 0)
    first = false
    yield copy
  }
}
