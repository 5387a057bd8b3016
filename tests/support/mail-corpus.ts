import { readdirSync, readFileSync } from 'node:fs'

const folder = 'tests/mail/corpus'

/** The names of the collected mails with this ending, in order. */
export function corpus(ending: '.eml' | '.html' | '.txt'): string[] {
  return readdirSync(folder)
    .filter(name => name.endsWith(ending))
    .sort()
}

export function fromCorpus(name: string): Buffer {
  return readFileSync(`${folder}/${name}`)
}

/** A mail as a server hands it over, with these headers and this text. */
export function mailOf(headers: Record<string, string>, text = ''): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${text.replace(/\r?\n/g, '\r\n')}`)
}
