import { afterAll } from 'vitest'
import { ImapServer } from './imap-server.ts'

/** The IMAP server of one test file. */
export async function startImapServer(): Promise<ImapServer> {
  const server = new ImapServer()
  await server.listen()
  afterAll(() => server.close())
  return server
}
