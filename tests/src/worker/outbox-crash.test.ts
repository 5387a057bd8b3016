import { isNull, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { elif } from '#src/demo/cast.ts'
import { transaction } from '#src/lib/db/client.ts'
import { mailOrders } from '#src/lib/db/tables/system.ts'
import { orderMail } from '#src/mail/order-mail.ts'
import { openDesk } from '#tests/support/desk.ts'
import { startMailServer } from '#tests/support/mail-server.ts'
import { emptyOutbox, letMinutesPass, orderOne, outbox } from '#tests/support/outbox.ts'
import { proxyOwnDatabase } from '#tests/support/own-proxy.ts'
import { startWorkerProcess } from '#tests/support/worker-process.ts'

const proxy = await proxyOwnDatabase()
let hears = (_said: string) => {}
const server = await startMailServer({}, said => hears(said))
const start = () => startWorkerProcess({ SMTP_URL: server.url, MAIL_FROM: 'Kelp Bay <help@desk.test>' })

beforeAll(openDesk)
beforeEach(async () => {
  await emptyOutbox()
  server.mails.length = 0
  hears = () => {}
})

const patience = { timeout: 30_000, interval: 20 }
const arrived = () => server.mails.map(mail => /^Message-ID: (.*)$/im.exec(mail)?.[1] ?? 'none')
const waiting = async () => (await outbox()).filter(order => order.sentAt === null)

/** Lets the pause of the next attempt go by, and a worker do what is due until nothing is left. */
async function laterAllIsSent() {
  await letMinutesPass(5)
  const worker = start()
  await vi.waitFor(async () => expect(await waiting()).toEqual([]), patience)
  await worker.stopped()
}

describe('outbox-crash: the worker is killed', () => {
  test('before it has sent a mail: the mail leaves later, once', async () => {
    await orderOne()
    const worker = start()
    const killed = new Promise<unknown>(gone => {
      hears = said => {
        if (said.startsWith('MAIL FROM')) gone(worker.killed())
      }
    })
    await killed
    hears = () => {}
    expect([server.mails.length, (await waiting()).length]).toEqual([0, 1])
    await laterAllIsSent()
    expect(server.mails).toHaveLength(1)
  }, 60_000)

  test('when the mail is taken and before it hears so: the mail leaves twice at most, with one Message-ID', async () => {
    await orderOne()
    const worker = start()
    const killed = new Promise<unknown>(gone => {
      hears = said => {
        if (said.includes('Message-ID')) gone(worker.killed())
      }
    })
    await killed
    hears = () => {}
    expect([server.mails.length, (await waiting()).length]).toEqual([1, 1])
    await laterAllIsSent()
    expect(server.mails).toHaveLength(2)
    expect(new Set(arrived()).size).toBe(1)
  }, 60_000)

  test('while it marks the mail as sent: the mail leaves twice at most, with one Message-ID', async () => {
    await orderOne()
    proxy.cutOnce({ at: /^update "mail_orders" set "sent_at"/, when: 'silence' })
    const worker = start()
    await vi.waitFor(() => expect(proxy.cutPending).toBe(false), patience)
    await worker.killed()
    expect([server.mails.length, (await waiting()).length]).toEqual([1, 1])
    await laterAllIsSent()
    expect(server.mails).toHaveLength(2)
    expect(new Set(arrived()).size).toBe(1)
  }, 60_000)

  test('twice, of two that share two hundred mails: each arrives, and no more often than once more a kill', async () => {
    const keys = Array.from({ length: 200 }, (_, at) => `opened:${at}`)
    await transaction('test', async tx => {
      for (const dedupeKey of keys)
        await orderMail(tx, elif, { kind: 'opened', dedupeKey, subject: 'Hello', body: dedupeKey })
    })
    const steady = start()
    let other = start()
    for (const enough of [40, 120]) {
      await new Promise<unknown>(gone => {
        hears = said => {
          if (said.includes('Message-ID') && server.mails.length >= enough) gone(other.killed())
        }
      })
      hears = () => {}
      other = start()
    }
    const untouched = () => transaction('test', tx => tx.$count(mailOrders, sql`attempts = 0`))
    await vi.waitFor(async () => expect(await untouched()).toBe(0), patience)
    await Promise.all([steady.stopped(), other.stopped()])
    expect((await waiting()).length).toBeLessThanOrEqual(2)
    await laterAllIsSent()
    expect(new Set(arrived()).size).toBe(200)
    expect(arrived()).not.toContain('none')
    expect(server.mails.length).toBeLessThanOrEqual(202)
    const unsent = await transaction('test', tx => tx.$count(mailOrders, isNull(mailOrders.sentAt)))
    expect(unsent).toBe(0)
  }, 120_000)
})
