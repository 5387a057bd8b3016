import type { ByteReader } from '#src/files/byte-reader.ts'
import { orientationIn, orientationOnly } from './exif.ts'

const scanBytes = 64 * 1024
const isEnd = (marker: number) => marker === 0xd9
const isScan = (marker: number) => marker === 0xda
const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)
const isApplication = (marker: number) => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe

/** What applications write that the picture needs to look right: its density, its colours. */
const needed = [/^JFIF\0/, /^ICC_PROFILE\0/, /^Adobe/]

/**
 * Goes from segment to segment (ITU T.81, annex B). Of those that belong to applications (EXIF, XMP, IPTC, comments,
 * pictures for a preview) only the needed ones stay, and of EXIF the orientation. It ends with the picture: phones append
 * further ones, each with a place of its own.
 */
export async function* jpegWithoutMetadata(reader: ByteReader): AsyncGenerator<Uint8Array> {
  yield await reader.take(2)
  for (;;) {
    const [sign, marker = 0, high = 0, low = 0] = await reader.peek(4)
    if (sign !== 0xff) break
    if (marker === 0xff) {
      await reader.drop(1)
      continue
    }
    if (isEnd(marker)) {
      yield await reader.take(2)
      return
    }
    const length = standsAlone(marker) ? 0 : high * 256 + low
    const segment = await reader.take(2 + length)
    yield* isApplication(marker) ? neededOf(segment) : [segment]
    if (isScan(marker)) yield* scan(reader)
  }
  yield* reader.pass()
}

function* neededOf(segment: Buffer): Generator<Uint8Array> {
  const says = segment.toString('latin1', 4, 16)
  if (needed.some(sign => sign.test(says))) yield segment
  if (!says.startsWith('Exif\0\0')) return
  const orientation = orientationIn(segment.subarray(10))
  if (orientation) yield orientationOnly(orientation)
}

/** The picture's own data, up to the next marker: in it, the byte FF is followed by 00 or by a mark to start anew. */
async function* scan(reader: ByteReader): AsyncGenerator<Uint8Array> {
  for (;;) {
    const part = await reader.peek(scanBytes)
    const end = endOfScan(part)
    if (end > 0) yield await reader.take(end)
    if (end < part.length - 1 || part.length < 2) return
  }
}

/** Where the next marker begins; before a last FF, of which nobody knows yet; or the end of the part. */
function endOfScan(part: Buffer): number {
  for (let at = part.indexOf(0xff); at !== -1; at = part.indexOf(0xff, at + 2)) {
    const next = part[at + 1]
    if (next === undefined) return at
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return part.length
}
