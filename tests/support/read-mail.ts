/** A mail as the program of its reader takes it apart: headers by their name in lower case, and its texts. */
export type ReadMail = { headers: Record<string, string>; text: string; html: string }

type Part = Omit<ReadMail, 'text' | 'html'> & { body: string }

/** Reads the raw text of a mail, as a mail server of the tests has taken it. */
export function readMail(raw: string): ReadMail {
  const mail = partOf(raw.replace(/^\.\./gm, '.'))
  const parts = [mail, ...partsIn(mail)]
  const textOf = (kind: string) => decoded(parts.find(part => typeOf(part).startsWith(kind)))
  return { headers: mail.headers, text: textOf('text/plain'), html: textOf('text/html') }
}

function partOf(raw: string): Part {
  const end = raw.indexOf('\r\n\r\n')
  const head = raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ')
  const headers = head.split('\r\n').map(line => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const
  })
  return { headers: Object.fromEntries(headers), body: raw.slice(end + 4) }
}

function partsIn(part: Part): Part[] {
  const boundary = /boundary="?([^";]+)/.exec(typeOf(part))?.[1]
  if (!typeOf(part).startsWith('multipart/') || boundary === undefined) return []
  const inside = `\r\n${part.body}`.split(`\r\n--${boundary}`).slice(1, -1)
  return inside.map(piece => partOf(piece.replace(/^\r\n/, ''))).flatMap(inner => [inner, ...partsIn(inner)])
}

function typeOf({ headers }: Part): string {
  return headers['content-type'] ?? 'text/plain'
}

function decoded(part: Part | undefined): string {
  if (!part) return ''
  const how = part.headers['content-transfer-encoding']?.toLowerCase()
  const octets = how === 'base64' ? Buffer.from(part.body, 'base64') : Buffer.from(part.body)
  const text = how === 'quoted-printable' ? unquoted(part.body) : octets.toString()
  return text.replaceAll('\r\n', '\n').trimEnd()
}

function unquoted(body: string): string {
  const octets = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
  return Buffer.from(octets, 'latin1').toString()
}
