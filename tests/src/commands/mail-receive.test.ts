import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { beforeAll, expect, test } from 'vitest'
import { openDesk } from '#tests/support/desk.ts'
import { mailbox, received } from '#tests/support/incoming.ts'
import { mailOf } from '#tests/support/mail-corpus.ts'

beforeAll(openDesk)

/** What a mail server does: starts the command, writes the mail into it, and reads how it ends. */
async function pipe(mail: Buffer, settings: Record<string, string> = {}) {
  const words = ['--conditions=react-server', '--import', 'tsx', 'src/commands/mail-receive.ts', mailbox]
  const child = spawn(process.execPath, words, {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { ...process.env, ...settings },
  })
  child.stdin.end(mail)
  const [code] = await once(child, 'exit')
  return code
}

const mail = mailOf({ From: 'nell@example.org', Subject: 'By a pipe', 'Message-ID': '<1@example.org>' }, 'Hi')

test('A mail server hands over a mail, twice, and it is taken once', async () => {
  expect(await pipe(mail)).toBe(0)
  expect(await pipe(mail)).toBe(0)
  expect(await received()).toMatchObject([{ mailbox, subject: 'By a pipe', state: 'taken' }])
})

test('While the database is away, it is told to try again', async () => {
  const away = { DATABASE_URL: 'postgres://nobody:nothing@127.0.0.1:1/nowhere' }
  expect(await pipe(mail, away)).toBe(75)
})

test('A mail that is too large is refused for good', async () => {
  expect(await pipe(Buffer.alloc(40_000_001, 'x'))).toBe(65)
})
