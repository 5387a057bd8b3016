import type { MailFile } from './parse.ts'

const longestLine = 62

/** Takes the files out of a text that are written into it as old programs did, between `begin 644 name` and `end`. */
export function takeOutUuencoded(text: string): { text: string; files: MailFile[] } {
  if (!/^begin [0-7]{3,4} /m.test(text)) return { text, files: [] }
  const [kept, files]: [string[], MailFile[]] = [[], []]
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const found = fileAt(lines, at)
    if (found) {
      files.push(found.file)
      at = found.end
    } else kept.push(lines[at] ?? '')
  }
  return { text: kept.join('\n'), files }
}

/** The bytes of a file that is nothing else than such a text; as they are where it is none. */
export function decodeUuencoded(bytes: Uint8Array): Uint8Array {
  if (Buffer.from(bytes.subarray(0, 6)).toString('latin1') !== 'begin ') return bytes
  const { text, files } = takeOutUuencoded(Buffer.from(bytes).toString('latin1').replaceAll('\r', ''))
  return files.length === 1 && text.trim() === '' ? (files[0]?.bytes ?? bytes) : bytes
}

function fileAt(lines: string[], from: number): { file: MailFile; end: number } | undefined {
  const name = /^begin [0-7]{3,4} (\S.{0,200})$/.exec(lines[from] ?? '')?.[1]
  if (name === undefined) return undefined
  const parts: Buffer[] = []
  for (let at = from + 1; at < lines.length; at++) {
    const line = (lines[at] ?? '').trimEnd()
    if (line === 'end')
      return {
        file: { name: name.trim(), type: 'application/octet-stream', bytes: Buffer.concat(parts) },
        end: at,
      }
    const part = line === '' ? Buffer.alloc(0) : decoded(line)
    if (!part) return undefined
    parts.push(part)
  }
  return undefined
}

// The first sign says how many bytes the line has, each four others are three of them. Blanks at its end get lost on the way.
function decoded(line: string): Buffer | undefined {
  if (line.length > longestLine || /[^ -`]/.test(line)) return undefined
  const value = (at: number) => ((line.charCodeAt(at) || 0x20) - 0x20) & 63
  const length = value(0)
  const bytes = Buffer.alloc(Math.ceil(length / 3) * 3)
  for (let group = 0; group * 3 < length; group++) {
    const [a = 0, b = 0, c = 0, d = 0] = [1, 2, 3, 4].map(place => value(group * 4 + place))
    bytes.writeUIntBE((a << 18) | (b << 12) | (c << 6) | d, group * 3, 3)
  }
  return line.length > 1 + (bytes.length / 3) * 4 + 1 ? undefined : bytes.subarray(0, length)
}
