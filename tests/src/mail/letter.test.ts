import { expect, test } from 'vitest'
import { answerLine } from '#src/mail/answer-line.ts'
import { letterFor, openedKey } from '#src/mail/letter.ts'
import { smtpAt } from '#src/mail/smtp.ts'
import { readMessageId, readReplyAddress, wasSentTo } from '#src/mail/thread-mark.ts'
import { startMailServer } from '#tests/support/mail-server.ts'
import { openMailSink } from '#tests/support/mail-sink.ts'
import { readMail } from '#tests/support/read-mail.ts'

const settings = {
  baseUrl: 'https://desk.test:8443/',
  mailFrom: 'Kelp Bay <help@desk.test>',
  mailReplyAddress: 'support@desk.test',
}
const about = { ticketId: '0d6c3f5e-1b7a-4c39-8f21-9a5be1d40c77', userId: 'elif' }
const order = {
  kind: 'opened',
  dedupeKey: 'opened:1',
  ticketId: null,
  userId: 'elif',
  toName: 'Elif',
  toAddress: 'elif@example.org',
  subject: 'We have your ticket',
  body: 'Hello',
  said: null,
  headings: null,
  createdAt: new Date('2026-11-23T09:00:00Z'),
} as const

test('The Message-ID comes from what the mail tells of, and tells nothing of it', () => {
  const { messageId } = letterFor(order, settings)
  expect(messageId).toMatch(/^<[0-9a-f]{40}@desk\.test>$/)
  expect(letterFor({ ...order, body: 'Other words' }, settings).messageId).toBe(messageId)
  expect(letterFor({ ...order, dedupeKey: 'opened:2' }, settings).messageId).not.toBe(messageId)
})

test('The Message-ID of a mail about a ticket, and the address to answer to, lead back to the ticket and its reader', () => {
  const letter = letterFor({ ...order, ...about }, settings)
  for (const read of [readMessageId(letter.messageId), readReplyAddress(letter.replyTo ?? '')]) {
    if (read.is !== 'valid') throw new Error(`The mark is ${read.is}`)
    expect(read.mark).toMatchObject({ ticketId: about.ticketId, isInternal: false })
    expect(wasSentTo(read.mark, 'elif')).toBe(true)
  }
  expect(letterFor({ ...order, ...about, body: 'Other words' }, settings).messageId).toBe(letter.messageId)
  const other = letterFor({ ...order, ...about, dedupeKey: 'opened:2' }, settings)
  expect(other.messageId).not.toBe(letter.messageId)
})

test('Answers go to the sender where no mailbox takes them at addresses of their own', () => {
  const letter = letterFor({ ...order, ...about }, { ...settings, mailReplyAddress: undefined })
  expect(letter.replyTo).toBeUndefined()
  expect(letterFor(order, settings).replyTo).toBeUndefined()
})

test('Programs are asked not to answer, and only a reply of a person is not called automatic', () => {
  expect(letterFor(order, settings).headers).toMatchObject({ 'Auto-Submitted': 'auto-generated' })
  const answered = letterFor({ ...order, kind: 'answered' }, settings).headers
  expect(answered).not.toHaveProperty('Auto-Submitted')
  expect(answered).toHaveProperty('X-Auto-Response-Suppress')
})

test('Nothing that people chose adds a header or a reader', async () => {
  const server = await startMailServer()
  const hostile = {
    ...order,
    toName: 'Elif" <evil@example.org>,\r\nBcc: evil@example.org',
    subject: 'Hi\r\nBcc: evil@example.org',
    body: '.\r\nQUIT\r\n.\r\n\r\nfile:///etc/passwd',
  }
  await smtpAt(server.url)(letterFor(hostile, settings))
  expect(server.mails).toHaveLength(1)
  const { headers, text } = readMail(server.mails[0] ?? '')
  expect(headers).not.toHaveProperty('bcc')
  expect(headers.to).toContain('<elif@example.org>')
  expect(text).toBe('.\nQUIT\n.\n\nfile:///etc/passwd')
})

test('Text in any script arrives as it was written, in both parts', async () => {
  const body =
    'مرحبا 船が出た\n\nA line that is longer than mail may have, so that it is broken on its way and put together again.'
  const { text, html } = await arriving({ ...order, body })
  expect(text).toBe(body)
  for (const paragraph of body.split('\n\n')) expect(html).toContain(`<p dir="auto">${paragraph}</p>`)
})

test('A mail that can be answered by mail says so on top, in both parts, and no other does', async () => {
  const { text, html } = await arriving({ ...order, ...about })
  expect(text.split('\n\n')).toEqual([answerLine, 'Hello'])
  expect(html.indexOf(answerLine)).toBeLessThan(html.indexOf('<h1'))
  const other = await arriving(order)
  expect(other.text).toBe('Hello')
  expect(other.html).not.toContain(answerLine)
})

test('All mails about a ticket are one thread to the program of their reader', async () => {
  const opened = { ...order, ...about, dedupeKey: openedKey(about.ticketId) }
  const answers = ['answered:1', 'answered:2'].map(
    dedupeKey => ({ ...opened, kind: 'answered', dedupeKey }) as const,
  )
  const [first, ...later] = await Promise.all([opened, ...answers].map(arriving))
  expect(first?.headers).not.toHaveProperty('references')
  const ids = [first, ...later].map(mail => mail?.headers['message-id'])
  expect(new Set(ids).size).toBe(3)
  for (const mail of later) expect(mail.headers).toMatchObject({ references: ids[0], 'in-reply-to': ids[0] })
})

async function arriving(ordered: Parameters<typeof letterFor>[0]) {
  const server = await openMailSink()
  await smtpAt(server.url)(letterFor(ordered, settings))
  await server.close()
  return readMail(server.mails[0] ?? '')
}
