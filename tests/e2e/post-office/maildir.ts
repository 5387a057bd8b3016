import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The mails in a Maildir and its folders as they lie on the disk, the oldest first. */
export function mailsIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => /(^|\/)(new|cur)\/[^/]+$/.test(file))
    .sort((one, other) => placeOf(one).localeCompare(placeOf(other), 'en', { numeric: true }))
  return files.map(file => readFileSync(join(folder, file), 'latin1'))
}

// `<seconds>.H<microseconds>P<process>.<host>`, as Exim names them.
const placeOf = (file: string) => file.slice(file.lastIndexOf('/') + 1)
