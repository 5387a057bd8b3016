import { promisify } from 'node:util'
import {
  brotliCompress,
  brotliCompressSync,
  constants,
  createBrotliCompress,
  createGzip,
  gzip as gzipAtLeisure,
  gzipSync,
} from 'node:zlib'
import type { Encoding } from './accepted-encoding.ts'

// A whole page of some ten kilobytes is compressed at once: in a tenth of a millisecond or two, where a stream would
// cost half a millisecond to set up. Brotli at 5 costs what gzip costs at 6 and makes it a tenth smaller.
const gzip = { level: 6 }

const brotli = (size: number, quality = 5) => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    ...(size > 0 && { [constants.BROTLI_PARAM_SIZE_HINT]: size }),
  },
})

/** A whole text, compressed. Blocks the process while it works: for what has a limit to its size. */
export function compressed(text: Buffer, encoding: Encoding): Buffer {
  if (encoding === 'identity') return text
  return encoding === 'br' ? brotliCompressSync(text, brotli(text.length)) : gzipSync(text, gzip)
}

/**
 * The same for a page of somebody who asked for little, without blocking: a long one gets the best that Brotli can do in
 * some ten milliseconds, an eighth less, because with its style sheet it would not come with the first ten kilobytes.
 */
export function compressedLight(text: Buffer, encoding: Encoding): Buffer | Promise<Buffer> {
  const quickly = compressed(text, encoding)
  if (encoding !== 'br' || quickly.length <= lightEnough) return quickly
  return promisify(brotliCompress)(text, brotli(text.length, 10))
}

const lightEnough = 6_800

/** The same for a text that comes in parts. */
export function compressor(encoding: Exclude<Encoding, 'identity'>) {
  return encoding === 'br' ? createBrotliCompress(brotli(0)) : createGzip(gzip)
}

/**
 * What is compressed once and sent often. Beyond this size the best that Brotli can do takes the first who asks half a
 * second, and a little less than the best a tenth of that.
 */
export function compressedWell(text: Buffer, encoding: Exclude<Encoding, 'identity'>): Promise<Buffer> {
  if (encoding === 'gzip') return promisify(gzipAtLeisure)(text, { level: 9 })
  return promisify(brotliCompress)(text, brotli(text.length, text.length < 64 * 1024 ? 11 : 9))
}
