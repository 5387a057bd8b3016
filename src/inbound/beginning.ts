/**
 * The same mail from its first header on, in lines that end as lines do. Some programs put a mark of Unicode or an empty
 * line above it, and very old ones end lines with a lone CR; read as it is, its sender would be lost.
 */
export function fromItsBeginning(source: Uint8Array): Uint8Array {
  let raw = Buffer.from(source.buffer, source.byteOffset, source.byteLength)
  if (raw.subarray(0, 3).equals(byteOrderMark)) raw = raw.subarray(3)
  if (!raw.includes('\n') && raw.includes('\r'))
    raw = Buffer.from(raw.toString('latin1').replaceAll('\r', '\r\n'), 'latin1')
  const [blank = ''] = /^[\r\n \t]*(?=[!-9;-~]{1,76}:)/.exec(raw.toString('latin1', 0, 1000)) ?? []
  return raw.subarray(/[\r\n]$/.test(blank) ? blank.length : 0)
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf])
