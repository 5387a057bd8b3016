import { expect } from '@playwright/test'
import { mira } from '#src/demo/cast.ts'
import { guestPath } from '#src/lib/guest-key.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { test } from '#tests/e2e/drivers/driver-test.ts'
import { bring, ledger } from '#tests/support/desk.ts'
import { guestEmail, guestTicket, letLinksRunOut, newestKey } from '#tests/support/guests.ts'
import { newGuest, onRecord } from '#tests/support/identity.ts'
import { ticketsOf } from './standing.ts'

test('Ask without an account, read the answer by the mailed link, and say that it is fixed', async ({
  at,
}) => {
  const email = guestEmail()
  const page = await at(null)
  await page.goto('/')
  await page.follow('Open a ticket')
  await page.fill('Your name', 'Nell Quayle')
  await page.fill('Email address', email)
  await page.fill('What happened?', 'My trunk went to the wrong island.')
  await page.press('Open the ticket')
  await page.reads('There is a problem', 'Write a subject with at least 3 characters.')
  await page.holds('What happened?', 'My trunk went to the wrong island.')
  await page.fill('Subject', 'A trunk on the wrong island')
  await page.press('Open the ticket')
  await page.reads('We have sent you a mail')

  const { person, mail } = await onRecord(email)
  const [ticket] = await ticketsOf({ userId: person?.id ?? '' })
  const reference = ticket?.reference ?? ''
  expect(mail).toMatchObject([
    { kind: 'opened', subject: `[${formatReference(reference)}] We have your message` },
  ])
  await page.goto(guestPath(await newestKey(reference)))
  await page.reads('A trunk on the wrong island', 'About this link')
  await page.fill('Your message', 'It is brown.')
  await page.press('Send the message')
  await page.reads('Your reply was sent.', 'It is brown.')

  await bring(reference, mira, { reply: 'It is on its way back to you.', status: 'solved' })
  await page.goto(guestPath(await newestKey(reference)))
  await page.reads('It is on its way back to you.')
  await page.follow('This is fixed')
  await page.press('Yes, this is fixed')
  await page.reads('We have noted that this is fixed.')
  const after = await ledger(reference)
  expect([after.ticket.status, after.messages.length]).toEqual(['closed', 3])
})

test('Write by a link that runs out meanwhile: the text is in the form of the new one', async ({ at }) => {
  const { reference, key, by } = await guestTicket('open', guestEmail())
  const page = await at(null)
  await page.goto(guestPath(key))
  await page.fill('Your message', 'There is a red ribbon on it.')
  await letLinksRunOut(reference)
  await page.press('Send the message')
  await page.reads('This link has run out', 'We kept it')
  await page.press('Send me a new link')
  await page.reads('A mail with a new link is on its way.')
  expect((await onRecord(by.email)).mail.at(-1)).toMatchObject({ kind: 'guest-link', toAddress: by.email })
  await page.goto(guestPath(await newestKey(reference)))
  await page.holds('Your message', 'There is a red ribbon on it.')
  await page.press('Send the message')
  await page.reads('Your reply was sent.')
  expect((await ledger(reference)).messages).toHaveLength(2)
})

test('Ask for a link by reference and address, and end it', async ({ at }) => {
  const { reference, by } = await guestTicket('open', guestEmail())
  const page = await at(null)
  await page.goto('/ask')
  await page.follow('Get the link to a ticket that you have opened')
  await page.fill('Reference of the ticket', formatReference(reference))
  await page.fill('Email address', by.email)
  await page.press('Send me the link')
  await page.reads('If a ticket with this reference was opened with this address')
  const link = guestPath(await newestKey(reference))
  await page.goto(link)
  await page.follow('End this link')
  await page.press('Yes, end this link')
  await page.reads('The link was ended.')
  await page.goto(link)
  await page.reads('This link was ended')
})

test('End the links of a ticket as an agent, while its guest writes', async ({ at }) => {
  const { reference, key } = await guestTicket('open', guestEmail())
  const [guest, desk] = [await at(null), await at(mira)]
  await guest.goto(guestPath(key))
  await guest.fill('Your message', 'Who has this link?')
  await desk.goto(`/desk/tickets/${formatReference(reference)}`)
  await desk.follow('End the mailed links')
  await desk.press('End the links')
  await desk.reads('The links to this ticket were ended.')
  await guest.press('Send the message')
  await guest.reads('This link does not open the ticket any more')
  await guest.holds('Your text', 'Who has this link?')
  expect((await ledger(reference)).messages).toHaveLength(1)
})

test('A page of a link is kept nowhere, and only what belongs to its ticket is on it', async ({
  request,
}) => {
  const owner = await newGuest(guestEmail())
  const { key } = await guestTicket('open', owner.email)
  const other = await guestTicket('open', owner.email)
  const answer = await request.get(guestPath(key))
  expect(answer.headers()['cache-control']).toContain('no-store')
  expect(answer.headers()['referrer-policy']).toBe('same-origin')
  const html = await answer.text()
  expect(html).toContain('<meta name="robots" content="noindex')
  expect(html).not.toContain(formatReference(other.reference))
  const tampered = guestPath(`${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`)
  expect((await request.get(tampered)).status()).toBe(404)
})
