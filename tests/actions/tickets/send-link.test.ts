import { beforeAll, expect, test } from 'vitest'
import { sendLink } from '#actions/tickets/send-link.ts'
import { elif } from '#src/demo/cast.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { asked, openDesk } from '#tests/support/desk.ts'
import { guestTicket, linksTo } from '#tests/support/guests.ts'
import { newEmail, onRecord } from '#tests/support/identity.ts'
import { send, shown } from '#tests/support/post.ts'
import { fill, newAddress } from '#tests/support/visit.ts'

beforeAll(openDesk)

const post = (ticket: string, email: string, address = newAddress()) =>
  send(sendLink, { address }, fill('tickets.send-link', null, { ticket, email }))
const linkMails = async (email: string) =>
  (await onRecord(email)).mail.filter(({ kind }) => kind === 'guest-link')

test('Reference and address together bring a mail with a new link, and tell nothing', async () => {
  const { reference, by } = await guestTicket()
  const typed = formatReference(reference).toLowerCase()
  expect((await post(typed, by.email)).redirect).toBe('/ask/link?done=link-asked')
  expect(await linkMails(by.email)).toHaveLength(1)
  expect(await linksTo(reference)).toHaveLength(2)
})

test('The answer is the same when the ticket is of somebody else, and when there is none; and nobody gets a mail', async () => {
  const { reference, by } = await guestTicket()
  const stranger = newEmail()
  const right = await post(reference, by.email)
  expect(await post(reference, stranger)).toEqual(right)
  expect(await post('K7M2-9QXD', by.email)).toEqual(right)
  expect(await linkMails(stranger)).toEqual([])
  expect(await linkMails(by.email)).toHaveLength(1)
})

test('Who has a password gets the ordinary address', async () => {
  const reference = await asked(elif)
  await post(reference, elif.email)
  const [mail] = await linkMails(elif.email)
  expect(mail?.body).toContain(`/tickets/${formatReference(reference)}`)
  expect(mail?.body).not.toContain('/guest/')
})

test('attack: Whoever asks again and again, from everywhere, sends no more mails than the limit', async () => {
  const { reference, by } = await guestTicket()
  for (let at = 0; at < 20; at++) await post(reference, by.email)
  expect(await linkMails(by.email)).toHaveLength(3)
})

test('What is no reference is told beside the field', async () => {
  const end = await post('my trunk', newEmail())
  expect(end.report?.result.error?.fieldErrors?.ticket?.join()).toContain('no reference of ours')
  expect(shown(end).kept).toMatchObject({ ticket: 'my trunk' })
})
