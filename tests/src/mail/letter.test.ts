import { expect, test } from 'vitest'
import { letterFor } from '#src/mail/letter.ts'
import { smtpAt } from '#src/mail/smtp.ts'
import { startMailServer } from '#tests/support/mail-server.ts'

const settings = { baseUrl: 'https://desk.test:8443/', mailFrom: 'Kelp Bay <help@desk.test>' }
const order = {
  kind: 'opened',
  dedupeKey: 'opened:1',
  toName: 'Elif',
  toAddress: 'elif@example.org',
  subject: 'We have your ticket',
  body: 'Hello',
  createdAt: new Date('2026-11-23T09:00:00Z'),
} as const

test('The Message-ID comes from what the mail tells of, and tells nothing of it', () => {
  const { messageId } = letterFor(order, settings)
  expect(messageId).toMatch(/^<[0-9a-f]{40}@desk\.test>$/)
  expect(letterFor({ ...order, body: 'Other words' }, settings).messageId).toBe(messageId)
  expect(letterFor({ ...order, dedupeKey: 'opened:2' }, settings).messageId).not.toBe(messageId)
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
  const [head, text] = server.mails[0]?.split('\r\n\r\n', 2) ?? []
  expect(head).not.toMatch(/^Bcc:/im)
  expect(head?.match(/^To: .*(?:\r\n .*)*/m)?.[0]).toContain('<elif@example.org>')
  expect(text).toContain('QUIT')
})

test('Text in any script arrives as it was written', async () => {
  const server = await startMailServer()
  await smtpAt(server.url)(letterFor({ ...order, body: 'مرحبا 船が出た' }, settings))
  const text = server.mails[0]?.split('\r\n\r\n')[1] ?? ''
  expect(Buffer.from(text, 'base64').toString().trim()).toBe('مرحبا 船が出た')
})
