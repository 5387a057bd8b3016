import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { elif, mira } from '#src/demo/cast.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { newsDeliveries } from '#src/lib/db/tables/news.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { orderMail } from '#src/mail/order-mail.ts'
import { reply } from '#src/tickets/reply.ts'
import { act, asked, bring, ledger, openDesk } from '#tests/support/desk.ts'
import { startMailServer } from '#tests/support/mail-server.ts'
import { emptyOutbox, outbox, tellNews } from '#tests/support/outbox.ts'

const cronSecret = 'what the schedule bears'
const server = await startMailServer()
process.env.SMTP_URL = server.url
process.env.MAIL_FROM = 'Kelp Bay <help@desk.test>'
process.env.CRON_SECRET = cronSecret
// The settings are read once, so they stand before the worker is loaded.
const { workWhenCalled } = await import('#src/worker/timed-door.ts')
const { startWorker } = await import('#src/worker/run.ts')

beforeEach(async () => {
  if (!(await db.$count(agents))) await openDesk()
  await tellNews()
  await emptyOutbox()
  server.mails.length = 0
})

async function call(authorization = `Bearer ${cronSecret}`, method = 'GET') {
  const answer = await workWhenCalled(
    new Request('http://localhost:3000/api/work', { method, headers: { authorization } }),
  )
  return { status: answer.status, words: await answer.text() }
}

const unsent = async () => (await outbox()).filter(order => order.sentAt === null).length

async function orderMails(count: number) {
  const keys = Array.from({ length: count }, () => `opened:${crypto.randomUUID()}`)
  await transaction('test', async tx => {
    for (const dedupeKey of keys)
      await orderMail(tx, elif, { kind: 'opened', dedupeKey, subject: 'Hello', body: dedupeKey })
  })
}

test('Whoever bears the secret has everything done that is due, and is told what it was', async () => {
  await orderMails(3)
  expect(await call()).toEqual({ status: 200, words: 'Done: deliver-mail.\n' })
  expect([server.mails.length, await unsent()]).toEqual([3, 0])
  expect(await call(undefined, 'POST')).toEqual({ status: 200, words: 'There was nothing to do.\n' })
})

test.each(['', cronSecret, `Bearer ${cronSecret}.`, 'Bearer ', `bearer ${cronSecret}`])(
  'Nobody else has anything done: %s',
  async authorization => {
    await orderMails(1)
    expect(await call(authorization)).toMatchObject({ status: 401 })
    expect([server.mails.length, await unsent()]).toEqual([0, 1])
  },
)

test('News that are ready are put together and leave in the same call', async () => {
  const reference = await asked(elif)
  await bring(reference, mira, { assigneeId: mira.agentId, team: 'bookings' })
  await tellNews()
  await emptyOutbox()
  const { ticket } = await ledger(reference)
  await act(reply, elif, { reference, body: 'Is it still on the pier?', seen: ticket.lastEventSeq })
  expect(await call()).toEqual({ status: 200, words: 'Done: address-news.\n' })
  await transaction('test', tx => tx.update(newsDeliveries).set({ readyAt: sql`now()` }))
  expect((await call()).words).toBe('Done: bundle-news, deliver-mail.\n')
  expect(server.mails.join()).toContain('Is it still on the pier?')
})

test('Two calls and a worker at once send each mail once', async () => {
  await orderMails(60)
  const worker = startWorker()
  expect((await Promise.all([call(), call()])).map(({ status }) => status)).toEqual([200, 200])
  await worker.stop()
  expect((await call()).status).toBe(200)
  const names = server.mails.map(mail => /^Message-ID: (.*)$/im.exec(mail)?.[1])
  expect([names.length, new Set(names).size, await unsent()]).toEqual([60, 60, 0])
})

test('Where the mail server is in trouble, the call says that it did not work, and the mail waits', async () => {
  await orderMails(1)
  server.answers.EHLO = null
  expect(await call()).toEqual({
    status: 503,
    words: 'This did not work, and the log has why: deliver-mail.\n',
  })
  delete server.answers.EHLO
  expect(await unsent()).toBe(1)
})
