import { afterAll, beforeAll, expect, test } from 'vitest'
import { receive } from '#src/inbound/receive.ts'
import { db } from '#src/lib/db/client.ts'
import { mailOrders } from '#src/lib/db/tables/system.ts'
import { ticketMessages } from '#src/lib/db/tables/tickets.ts'
import { openDesk } from '#tests/support/desk.ts'
import { countTickets, mailbox, received } from '#tests/support/incoming.ts'
import { mailOf } from '#tests/support/mail-corpus.ts'
import { superuser } from '#tests/support/outside.ts'

const outside = superuser()
beforeAll(openDesk)
afterAll(() => outside.end())

const mails = Array.from({ length: 100 }, (_, at) =>
  mailOf(
    { From: `nell${at}@example${at}.org`, 'Message-ID': `<${at}@example.org>`, Subject: `Burst ${at}` },
    'Hi',
  ),
)

let handedOver = 0

/** As a mail server does: hands a mail over until it is taken, once at first and again when it was not answered. */
async function handOver(mail: Buffer): Promise<void> {
  for (let tries = 0; tries < 20; tries += 1) {
    const taken = await receive(mail, mailbox).then(
      () => true,
      () => false,
    )
    if (!taken) continue
    handedOver += 1
    if (handedOver % 25 === 0) await cutAllConnections()
    return
  }
  throw new Error('A mail was never taken')
}

function cutAllConnections() {
  return outside`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`
}

test('A burst of mails, each handed over twice while connections are cut, becomes as many tickets', async () => {
  const waiting = [...mails, ...mails]
  const server = async () => {
    for (let mail = waiting.pop(); mail; mail = waiting.pop()) await handOver(mail)
  }
  await Promise.all(Array.from({ length: 8 }, server))
  const kept = await received()
  expect(kept.map(mail => mail.state)).toEqual(mails.map(() => 'taken'))
  expect(new Set(kept.map(mail => mail.ticketId)).size).toBe(mails.length)
  const counts = [countTickets(), db.$count(ticketMessages), db.$count(mailOrders)]
  expect(await Promise.all(counts)).toEqual([mails.length, mails.length, mails.length])
})
