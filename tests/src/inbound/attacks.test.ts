import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { elif, mira, tom } from '#src/demo/cast.ts'
import { deliverNext } from '#src/mail/deliver.ts'
import { smtpAt } from '#src/mail/smtp.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { asked, bring, ledger, openDesk } from '#tests/support/desk.ts'
import { addressAbout, comesIn, ticketOf } from '#tests/support/incoming.ts'
import { startMailServer } from '#tests/support/mail-server.ts'
import { emptyOutbox, outbox } from '#tests/support/outbox.ts'
import { readMail } from '#tests/support/read-mail.ts'

const heard: string[] = []
const server = await startMailServer({}, said => heard.push(said))
const send = smtpAt(server.url)

beforeAll(openDesk)
beforeEach(async () => {
  await emptyOutbox()
  server.mails.length = 0
  heard.length = 0
})

const encoded = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`
async function sendAll() {
  while (await deliverNext(send));
  return server.mails.map(readMail)
}
const readers = () => heard.filter(said => /^RCPT TO/i.test(said))

describe('Headers that a stranger writes into a subject or a name', () => {
  test.each([
    ['in an encoded word', encoded('Hi\r\nBcc: victim@example.org\r\n\r\nBuy')],
    ['behind a lone line end', 'Hi\rBcc: victim@example.org'],
    ['as letters', 'Hi Bcc: victim@example.org'],
  ])('are words of our ticket, and no header of what we answer: %s', async (_, subject) => {
    const headers = {
      From: `${encoded('Nell\r\nCc: victim@example.org')} <${crypto.randomUUID()}@example.org>`,
    }
    const { ticket } = await ticketOf(await comesIn({ ...headers, Subject: subject }))
    await bring(ticket.reference, mira, { reply: 'We look for it.' })
    expect(ticket.subject).not.toMatch(/[\r\n]/)
    const mails = await sendAll()
    expect(mails.length).toBeGreaterThan(0)
    for (const { headers: sent } of mails) {
      expect(Object.keys(sent)).not.toContain('bcc')
      expect(Object.keys(sent)).not.toContain('cc')
    }
    expect(readers()).toHaveLength(mails.length)
    expect(readers().join()).not.toContain('victim')
  })
})

test('A mail to a thousand people is answered to its sender alone, once', async () => {
  const Cc = Array.from({ length: 1000 }, (_, at) => `reader-${at}@example.org`).join(', ')
  await comesIn({ From: 'nell-of-many@example.org', Cc, 'Reply-To': 'victim@example.org' })
  expect((await outbox()).map(({ toAddress }) => toAddress)).toEqual(['nell-of-many@example.org'])
})

test('Who names the ticket of somebody else, in the name of a third, gets nothing of it to anybody', async () => {
  const reference = await asked(elif)
  await bring(reference, mira, { reply: 'Your code is 4711.' })
  await emptyOutbox()
  const before = await ledger(reference)
  const placed = await comesIn({
    From: `Tom <${tom.email}>`,
    Cc: 'attacker@evil.test',
    Subject: `Re: [${formatReference(reference)}] the code`,
    'In-Reply-To': '<forged@kelpbay.test>',
    References: `<forged@kelpbay.test> <${reference}@kelpbay.test>`,
  })
  expect(placed).toMatchObject({ state: 'taken', concern: 'other-sender' })
  const after = await ledger(reference)
  expect(after.messages).toEqual(before.messages)
  expect(after.events).toEqual(before.events)
  const mails = await outbox()
  expect(mails.map(({ toAddress }) => toAddress)).not.toContain('attacker@evil.test')
  expect(mails.map(({ body }) => body).join()).not.toContain('4711')
})

test('A wrong signature in In-Reply-To or in the address is held, whoever sends it', async () => {
  const reference = await asked(elif)
  const right = await addressAbout(reference, elif)
  const forged = right.replace(/.(?=@)/, last => (last === '0' ? '1' : '0'))
  expect(forged).not.toBe(right)
  for (const From of [elif.email, mira.email, 'stranger@example.org'])
    expect(await comesIn({ From, To: forged })).toMatchObject({ state: 'held', concern: 'forged-mark' })
  expect((await ledger(reference)).messages).toHaveLength(1)
})

test('A program that answers each of our mails, with a new subject and a new id, is not answered back', async () => {
  const reference = await asked(elif)
  for (let round = 0; round < 5; round += 1)
    await comesIn({
      From: elif.email,
      To: await addressAbout(reference, elif),
      Subject: `Out of office ${round}`,
      'Auto-Submitted': 'auto-replied',
    })
  await emptyOutbox()
  await comesIn({ From: elif.email, To: await addressAbout(reference, elif), Precedence: 'auto_reply' })
  expect(await outbox()).toEqual([])
  expect((await ledger(reference)).ticket.status).toBe('open')
})
