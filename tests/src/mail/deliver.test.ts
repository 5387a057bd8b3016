import { beforeEach, describe, expect, test } from 'vitest'
import { elif } from '#src/demo/cast.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { env } from '#src/lib/env.ts'
import { claimOrder } from '#src/mail/claim-order.ts'
import { deliverNext } from '#src/mail/deliver.ts'
import { letterFor } from '#src/mail/letter.ts'
import { smtpAt } from '#src/mail/smtp.ts'
import { openDesk } from '#tests/support/desk.ts'
import { type Answers, startMailServer } from '#tests/support/mail-server.ts'
import { emptyOutbox, letMinutesPass, orderOne, outbox } from '#tests/support/outbox.ts'
import { readMail } from '#tests/support/read-mail.ts'

const server = await startMailServer()
const send = smtpAt(server.url)

beforeEach(async () => {
  if (!(await db.$count(agents))) await openDesk()
  await emptyOutbox()
  server.mails.length = 0
  serverAnswers({})
})

function serverAnswers(answers: Answers) {
  for (const words of Object.keys(server.answers)) delete server.answers[words]
  Object.assign(server.answers, answers)
}

const headerOf = (mail: string | undefined, name: string) =>
  mail?.match(new RegExp(`^${name}: (.*(?:\r\n .*)*)`, 'mi'))?.[1]

describe('Mail that is due', () => {
  test('leaves once, as text and the same as HTML, and is marked as sent', async () => {
    await orderOne({ body: 'Hello Elif,\n\nwe have your ticket.' })
    expect(await deliverNext(send)).toBe(true)
    expect(await deliverNext(send)).toBe(false)
    expect(server.mails).toHaveLength(1)
    const [mail] = server.mails
    expect(headerOf(mail, 'To')).toContain(`<${elif.email}>`)
    expect(headerOf(mail, 'Subject')).toBe('We have your ticket')
    expect(headerOf(mail, 'Content-Type')).toContain('multipart/alternative')
    expect(headerOf(mail, 'Auto-Submitted')).toBe('auto-generated')
    const { text, html } = readMail(mail ?? '')
    expect(text).toBe('Hello Elif,\n\nwe have your ticket.')
    expect(html).toContain('<p dir="auto">we have your ticket.</p>')
    const [order] = await outbox()
    expect(order).toMatchObject({ attempts: 1, gaveUpAt: null, lastError: null })
    expect(order?.sentAt).not.toBeNull()
  })

  test('leaves once when several workers look for it at the same time', async () => {
    await orderOne()
    const looked = await Promise.all([deliverNext(send), deliverNext(send), deliverNext(send)])
    expect(looked.filter(Boolean)).toHaveLength(1)
    expect(server.mails).toHaveLength(1)
  })

  test('keeps its text when it was sent, unless the text holds a secret link', async () => {
    for (const kind of ['opened', 'verify-address', 'reset-password', 'address-taken', 'invited'] as const) {
      const order = await orderOne({ kind, body: 'https://desk.test/link' })
      await deliverNext(send)
      const sent = (await outbox()).find(mail => mail.id === order.id)
      expect(sent?.body).toBe(kind === 'opened' ? 'https://desk.test/link' : '')
    }
    expect(server.mails.filter(mail => mail.includes('https://desk.test/link'))).toHaveLength(5)
  })

  test('leaves a second time with the same Message-ID when the worker died before it was marked', async () => {
    const order = await orderOne()
    const claimed = await transaction('system:test', claimOrder)
    expect(claimed?.id).toBe(order.id)
    if (claimed) await send(letterFor(claimed, env()))
    expect(await deliverNext(send)).toBe(false)
    await letMinutesPass(5)
    expect(await deliverNext(send)).toBe(true)
    const [first, second] = server.mails
    expect(headerOf(second, 'Message-ID')).toBe(headerOf(first, 'Message-ID'))
    expect(readMail(second ?? '').text).toBe(readMail(first ?? '').text)
    expect((await outbox()).find(mail => mail.id === order.id)?.sentAt).not.toBeNull()
  })

  test('is not taken up by another worker while it is being sent', async () => {
    await orderOne()
    await deliverNext(async letter => {
      expect(await deliverNext(send)).toBe(false)
      await send(letter)
    })
    expect(server.mails).toHaveLength(1)
  })

  test('that waited for more than three days is not sent out of the blue', async () => {
    await orderOne()
    await letMinutesPass(3 * 24 * 60 + 1)
    expect(await deliverNext(send)).toBe(false)
    expect(server.mails).toEqual([])
  })
})

describe('Mail that the server does not take', () => {
  test('is tried again later, after longer and longer pauses, and given up after ten attempts', async () => {
    serverAnswers({ TEXT: '451 Try again later' })
    await orderOne()
    const pauses: number[] = []
    for (let attempt = 1; attempt <= 10; attempt++) {
      expect(await deliverNext(send)).toBe(true)
      const [order] = await outbox()
      expect(order).toMatchObject({ attempts: attempt, sentAt: null })
      expect(order?.lastError).toContain('Try again later')
      expect(order?.gaveUpAt === null).toBe(attempt < 10)
      pauses.push(Math.round(((order?.nextAttemptAt.getTime() ?? 0) - Date.now()) / 60_000))
      await letMinutesPass(pauses.at(-1) ?? 0)
    }
    expect(pauses).toEqual([5, 10, 20, 40, 80, 160, 320, 360, 360, 360])
    await letMinutesPass(1000)
    expect(await deliverNext(send)).toBe(false)
  })

  test('because nobody has this address is given up at once, with the reason', async () => {
    serverAnswers({ 'RCPT TO': '550 5.1.1 No such person here' })
    await orderOne()
    await deliverNext(send)
    const [order] = await outbox()
    expect(order?.gaveUpAt).not.toBeNull()
    expect(order?.lastError).toContain('No such person here')
    expect(server.mails).toEqual([])
  })

  test('does not stop the others', async () => {
    serverAnswers({ [`RCPT TO:<${elif.email.toUpperCase()}>`]: '550 No' })
    await orderOne()
    await deliverNext(send)
    serverAnswers({})
    await orderOne({ subject: 'The next one' })
    expect(await deliverNext(send)).toBe(true)
    expect(server.mails).toHaveLength(1)
  })
})

describe('A mail server in trouble', () => {
  test('uses up one attempt of one mail, and the others wait', async () => {
    serverAnswers({ EHLO: null, HELO: null })
    await orderOne({ dedupeKey: 'opened:1' })
    await orderOne({ dedupeKey: 'opened:2' })
    await expect(deliverNext(send)).rejects.toThrow()
    expect((await outbox()).map(order => order.attempts)).toEqual([1, 0])
    serverAnswers({})
    await letMinutesPass(5)
    await deliverNext(send)
    await deliverNext(send)
    expect((await outbox()).every(order => order.sentAt !== null)).toBe(true)
    expect(server.mails).toHaveLength(2)
  })

  test('that is not there at all loses no mail', async () => {
    const gone = await startMailServer()
    await gone.close()
    await orderOne()
    await expect(deliverNext(smtpAt(gone.url))).rejects.toThrow()
    const [order] = await outbox()
    expect(order).toMatchObject({ attempts: 1, sentAt: null, gaveUpAt: null })
    expect(order?.lastError).toContain('ECONNREFUSED')
  })
})
