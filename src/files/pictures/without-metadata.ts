import type { ByteReader } from '#src/files/byte-reader.ts'
import { jpegWithoutMetadata } from './jpeg.ts'
import { pngWithoutMetadata } from './png.ts'
import { webpWithoutMetadata } from './webp.ts'

type Strip = (reader: ByteReader) => AsyncIterable<Uint8Array>

const byType = new Map<string, Strip>([
  ['image/jpeg', jpegWithoutMetadata],
  ['image/png', pngWithoutMetadata],
  ['image/webp', webpWithoutMetadata],
])

/**
 * The bytes of a file of that type without what a camera wrote into it: where and when a photo was taken, with which
 * device. The picture itself is untouched, and stays the right way up. Other files pass as they are, and so does whatever
 * follows the place where a picture stops making sense.
 */
export function withoutMetadata(reader: ByteReader, type: string): AsyncIterable<Uint8Array> {
  const strip = byType.get(type)
  return strip ? strip(reader) : reader.pass()
}
