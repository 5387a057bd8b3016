/**
 * The same mail with headers that are UTF-8. Programs that are too old or too careless to encode a header send it in
 * the letters of western Windows; read as UTF-8, each of those would be lost.
 */
export function readableBytes(raw: Uint8Array): Uint8Array {
  const end = endOfHeaders(raw)
  const headers = raw.subarray(0, end)
  if (isUtf8(headers)) return raw
  const mended = new TextEncoder().encode(new TextDecoder('windows-1252').decode(headers))
  return Buffer.concat([mended, raw.subarray(end)])
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function endOfHeaders(raw: Uint8Array): number {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  const ends = ['\r\n\r\n', '\n\n'].map(gap => bytes.indexOf(gap)).filter(at => at >= 0)
  return ends.length > 0 ? Math.min(...ends) : bytes.length
}
