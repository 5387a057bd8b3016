import { randomInt } from 'node:crypto'
import { type FaultAccount, faultAccount } from './fault-account.ts'

type LogValue = string | number | boolean | null | undefined | FaultAccount
export type LogFields = Record<string, LogValue>

/**
 * Writes down a fault of ours, once, as one line of JSON on standard error, under the reference that the
 * person was shown. Says the class, the code, the table and the stack, and never a message: messages carry
 * SQL parameters and what people typed.
 * @param where what was going on, such as `tickets.reply` or `GET /desk`; no query string, no field values
 */
export function logFault(
  reference: string,
  error: unknown,
  { where, ...fields }: LogFields & { where: string },
): void {
  writeLine('error', 'fault', { reference, where, ...fields, error: faultAccount(error) })
}

/** Writes down that something worth knowing happened, as one line of JSON on standard output. */
export function logEvent(event: string, fields: LogFields = {}): void {
  writeLine('info', event, fields)
}

/**
 * A new reference for a fault: 8 characters of Crockford's alphabet, to be read aloud and found in the log.
 * It has no dash, so that nobody takes it for the reference of a ticket.
 */
export function newFaultReference(): string {
  return Array.from({ length: 8 }, () => crockford[randomInt(crockford.length)]).join('')
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const nobodyReads = () => {}

function writeLine(level: 'info' | 'error', event: string, fields: LogFields): void {
  const line = inert(JSON.stringify({ time: new Date().toISOString(), level, event, ...fields }))
  const stream = level === 'error' ? process.stderr : process.stdout
  // When nobody reads the log any more, each line is a fault, which would be logged as one, without end.
  if (!stream.listeners('error').includes(nobodyReads)) stream.on('error', nobodyReads)
  stream.write(`${line}\n`)
}

// JSON leaves DEL, the C1 controls, line separators and the marks that turn text around as they are; a
// terminal or a log viewer obeys them.
const obeyed = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

// The key of a guest's link opens a ticket to whoever reads it.
const keys = /(\/guest\/|[?&]link=)[0-9a-f]{32,}/g

function inert(line: string): string {
  return line
    .replace(keys, '$1…')
    .replace(obeyed, mark => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
