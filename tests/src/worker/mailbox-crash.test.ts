import { sql } from 'drizzle-orm'
import { beforeAll, expect, test, vi } from 'vitest'
import { transaction } from '#src/lib/db/client.ts'
import { mailboxes, mailboxTries } from '#src/lib/db/tables/mailboxes.ts'
import { openDesk } from '#tests/support/desk.ts'
import { countTickets, received } from '#tests/support/incoming.ts'
import { mailOf } from '#tests/support/mail-corpus.ts'
import { startImapServer } from '#tests/support/start-imap-server.ts'
import { startWorkerProcess } from '#tests/support/worker-process.ts'

const server = await startImapServer()
beforeAll(openDesk)

const patience = { timeout: 30_000, interval: 20 }
const mail = (at: number) =>
  mailOf({ From: `nell-${at}@example.org`, Subject: `Mail ${at}`, 'Message-ID': `<${at}@example.org>` }, 'Hi')

/** Lets the minutes go by for which a worker that was killed holds the mailbox, and a mail that was begun with rests. */
const letMinutesPass = () =>
  transaction('test', async tx => {
    await tx.update(mailboxes).set({ leasedUntil: sql`now()` })
    await tx.update(mailboxTries).set({ nextTryAt: sql`now()` })
  })

test('A worker that is killed twice while it reads a mailbox takes in each mail once', async () => {
  const before = await countTickets()
  for (let at = 0; at < 60; at++) server.deliver(mail(at))
  for (const enough of [15, 35]) {
    const worker = startWorkerProcess({ IMAP_URL: server.url() })
    await vi.waitFor(async () => expect((await received()).length).toBeGreaterThan(enough), patience)
    await worker.killed()
    await letMinutesPass()
  }
  const worker = startWorkerProcess({ IMAP_URL: server.url() })
  await vi.waitFor(() => expect(server.inboxNow().filter(uid => uid > 0)).toEqual([]), patience)
  await worker.stopped()
  expect([(await received()).length, (await countTickets()) - before]).toEqual([60, 60])
}, 120_000)
