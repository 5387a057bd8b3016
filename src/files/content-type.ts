const zip = [0x50, 0x4b, 0x03, 0x04]

const begins = (head: Buffer, sign: string | number[]) =>
  head
    .subarray(0, sign.length)
    .equals(typeof sign === 'string' ? Buffer.from(sign, 'latin1') : Buffer.from(sign))

const signs: [type: string, is: (head: Buffer) => boolean][] = [
  ['image/jpeg', head => begins(head, [0xff, 0xd8, 0xff])],
  ['image/png', head => begins(head, '\x89PNG\r\n\x1a\n')],
  ['image/gif', head => begins(head, 'GIF87a') || begins(head, 'GIF89a')],
  ['image/webp', head => begins(head, 'RIFF') && begins(head.subarray(8), 'WEBP')],
  ['application/pdf', head => begins(head, '%PDF-')],
  ['application/zip', head => begins(head, zip)],
  ['text/plain', isPlainText],
]

/** How many bytes of its beginning are needed to say what a file is. */
export const tellingBytes = 4096

/**
 * The media type of a file by its first bytes, as many as `tellingBytes`. What its sender called it counts for nothing.
 * Markup is text to whoever reads it and a program to a browser, so that it has no type of its own here.
 */
export function contentType(head: Buffer): string {
  return signs.find(([, is]) => is(head))?.[0] ?? 'application/octet-stream'
}

const written = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x1b])

function isPlainText(head: Buffer): boolean {
  if (head.length === 0 || head.some(byte => byte < 0x20 && !written.has(byte))) return false
  try {
    // More may follow, so that the last character may be cut in two.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return !text.trimStart().startsWith('<')
  } catch {
    return false
  }
}
