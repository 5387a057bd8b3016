import { beforeEach, expect, test } from 'vitest'
import { elif } from '#src/demo/cast.ts'
import { receive } from '#src/inbound/receive.ts'
import { db } from '#src/lib/db/client.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { stoppedAddresses } from '#src/lib/db/tables/stopped-addresses.ts'
import { deliverNext } from '#src/mail/deliver.ts'
import { stoppedLately } from '#src/mail/queries.ts'
import { smtpAt } from '#src/mail/smtp.ts'
import { asked, ledger, openDesk } from '#tests/support/desk.ts'
import { mailbox } from '#tests/support/incoming.ts'
import { mailOf } from '#tests/support/mail-corpus.ts'
import { startMailServer } from '#tests/support/mail-server.ts'
import { emptyOutbox } from '#tests/support/outbox.ts'

const server = await startMailServer()
const send = smtpAt(server.url)

beforeEach(async () => {
  if (!(await db.$count(agents))) await openDesk()
  await emptyOutbox()
  server.mails.length = 0
})

/** A ticket whose mail has left, and the id under which it did. */
async function sentMail() {
  const reference = await asked()
  await deliverNext(send)
  const id = /^Message-ID:\s+(<[^>]+>)/im.exec(server.mails[0] ?? '')?.[1]
  if (!id) throw new Error('No mail left')
  return { reference, id }
}

function comesBack(id: string, { status = '5.1.1', action = 'failed', recipient = elif.email } = {}) {
  const headers = {
    From: 'Mail Delivery System <mailer-daemon@mx.example.org>',
    To: mailbox,
    Subject: 'Undelivered Mail Returned to Sender',
    'Message-ID': `<${crypto.randomUUID()}@mx.example.org>`,
    'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b',
  }
  const parts = [
    'Content-Type: text/plain\n\nNo such person.',
    'Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\n\n' +
      `Final-Recipient: rfc822; ${recipient}\nAction: ${action}\nStatus: ${status}`,
    `Content-Type: text/rfc822-headers\n\nMessage-ID: ${id}\nSubject: Your ticket`,
  ]
  return receive(mailOf(headers, `--b\n${parts.join('\n\n--b\n')}\n--b--\n`), mailbox)
}

test('A mail that comes back because nobody has its address is the last one to that address', async () => {
  const { id, reference } = await sentMail()
  expect(await comesBack(id, { recipient: elif.email.toUpperCase() })).toMatchObject({
    state: 'taken',
    reference,
  })
  const mail = (await ledger(reference)).mail[0]
  expect(await stoppedLately(db)).toMatchObject([{ address: elif.email, mailId: mail?.id }])
  const [next] = (await ledger(await asked())).mail
  expect(next).toMatchObject({ sentAt: null, gaveUpAt: expect.any(Date) })
})

test.each([
  ['the box is full', { status: '5.2.2' }],
  ['it is tried again', { status: '5.1.1', action: 'delayed' }],
  ['the server does not like us', { status: '5.7.1' }],
  ['it was passed on to an address that nobody has', { recipient: 'elsewhere@example.org' }],
])('Nothing is stopped where %s', async (_, report) => {
  const { id } = await sentMail()
  await comesBack(id, report)
  expect(await db.$count(stoppedAddresses)).toBe(0)
})

test('A report about a mail that never left stops nothing, whatever it says', async () => {
  const { id } = await sentMail()
  await comesBack(id.replace(/^<.{16}/, '<0123456789abcdef'))
  await comesBack(id.replace(/.(?=@)/, digit => (digit === '0' ? '1' : '0')))
  expect(await db.$count(stoppedAddresses)).toBe(0)
})
