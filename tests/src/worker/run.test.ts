import { beforeAll, expect, test, vi } from 'vitest'
import { transaction } from '#src/lib/db/client.ts'
import { submissions } from '#src/lib/db/tables/system.ts'
import { ledger, openDesk } from '#tests/support/desk.ts'
import { startMailServer } from '#tests/support/mail-server.ts'
import { outbox } from '#tests/support/outbox.ts'
import { superuser } from '#tests/support/outside.ts'
import { ticketIn } from '#tests/support/ticket-in.ts'
import { turnBack } from '#tests/support/turn-back.ts'

const server = await startMailServer()
process.env.SMTP_URL = server.url
process.env.MAIL_FROM = 'Kelp Bay <help@desk.test>'
// The settings are read once, so they stand before the worker is loaded.
const { startWorker } = await import('#src/worker/run.ts')

beforeAll(openDesk)
const soon = { timeout: 15_000, interval: 50 }

test('The worker sends, closes, marks and sweeps by itself, and stops when it is told to', async () => {
  const [late, solved] = [await ticketIn('open'), await ticketIn('solved')]
  await turnBack(late, 60 * 24 * 30)
  await turnBack(solved, 60 * 24 * 5)
  const old = {
    actorId: 'x',
    key: crypto.randomUUID(),
    action: 'x',
    fingerprint: 'x',
    createdAt: new Date(0),
  }
  await transaction('test', tx => tx.insert(submissions).values(old))
  const worker = startWorker()
  await vi.waitFor(async () => {
    expect((await outbox()).every(order => order.sentAt !== null)).toBe(true)
    expect((await ledger(solved)).ticket.status).toBe('closed')
    expect((await ledger(late)).events.map(event => event.kind)).toEqual(['opened', 'breached', 'breached'])
    expect(await transaction('test', tx => tx.$count(submissions))).toBe(0)
  }, soon)
  expect(server.mails).toHaveLength(2)
  await worker.stop()
  await ticketIn('open')
  expect((await outbox()).filter(order => order.sentAt === null)).toHaveLength(1)
})

test('The worker goes on after its connections were cut', async () => {
  const worker = startWorker()
  await vi.waitFor(async () => expect(server.mails).toHaveLength(3), soon)
  const sql = superuser()
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`
  await sql.end()
  const reference = await ticketIn('open')
  await vi.waitFor(async () => {
    expect((await ledger(reference)).mail.every(order => order.sentAt !== null)).toBe(true)
  }, soon)
  await worker.stop()
})
