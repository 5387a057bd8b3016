import type { IncomingMessage } from 'node:http'

type Asked = Pick<IncomingMessage, 'headers'>

/** Whether this client gets pages in the light version: without scripts and compressed as well as it can read. */
export function isLight({ headers }: Asked): boolean {
  return String(headers['save-data'] ?? '').toLowerCase() === 'on'
}
