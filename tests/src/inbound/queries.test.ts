import { beforeAll, expect, test } from 'vitest'
import { mira } from '#src/demo/cast.ts'
import { countHeld, foldedFrom, receivedMail, receivedPage } from '#src/inbound/queries.ts'
import { receive } from '#src/inbound/receive.ts'
import { db } from '#src/lib/db/client.ts'
import { deskTicket } from '#src/tickets/desk-queries.ts'
import { ledger, openDesk } from '#tests/support/desk.ts'
import { comesIn, mailbox, received } from '#tests/support/incoming.ts'
import { mailOf } from '#tests/support/mail-corpus.ts'

beforeAll(openDesk)

test('Administrators see the mails that are in doubt, the newest first, in pages without a gap', async () => {
  await comesIn({ Subject: 'In no doubt' })
  for (let at = 0; at < 53; at += 1) await comesIn({ From: '', Subject: `Held ${at}` })
  const first = await receivedPage(db, 'waiting')
  const second = await receivedPage(db, 'waiting', first.next)
  expect([first.mails.length, second.mails.length, second.next]).toEqual([50, 3, undefined])
  const subjects = [...first.mails, ...second.mails].map(mail => mail.subject)
  expect(subjects).toEqual(Array.from({ length: 53 }, (_, at) => `Held ${52 - at}`))
  expect(await countHeld(db)).toBe(53)
  expect(JSON.stringify(first.mails)).not.toContain('It still stands on the pier')
})

test('A mail is shown as it came, without what a page cannot hold, and from its beginning where it is long', async () => {
  const raw = mailOf({ Subject: 'Long' }, `<script>alert(1)</script>\u0000\u001b[2J${'x'.repeat(200_000)}`)
  await receive(raw, mailbox)
  const id = (await received()).find(mail => mail.subject === 'Long')?.id ?? ''
  const mail = await receivedMail(db, id)
  expect(mail?.source).toMatch(/^Subject: Long\n\n<script>alert\(1\)<\/script>\[2Jx+$/)
  expect(mail).toMatchObject({ isWhole: false, state: 'held', concern: 'no-sender', reference: null })
  expect(mail?.source.length).toBeLessThanOrEqual(20_000)
})

test('A mail that led to a ticket names it, and anything else is nothing', async () => {
  const placed = await comesIn({ Subject: 'On a ticket' })
  const id = (await received()).find(mail => mail.subject === 'On a ticket')?.id ?? ''
  expect(await receivedMail(db, id)).toMatchObject({
    isWhole: true,
    reference: placed === 'received-before' ? '' : placed.reference,
  })
  for (const other of [crypto.randomUUID(), 'x', '']) expect(await receivedMail(db, other)).toBeNull()
})

test('What was folded away from a mail is there for whoever works on its ticket, and for nobody else', async () => {
  const text =
    'It is on the pier.\n\n-- \nNell\n\nOn Monday, 1 March 2027, Kelp Bay Help wrote:\n> Where is it?'
  const placed = await comesIn({ Subject: 'Folded' }, text)
  const reference = placed === 'received-before' ? '' : (placed.reference ?? '')
  const { ticket, messages } = await ledger(reference)
  expect(messages[0]?.body).toBe('It is on the pier.')
  const [mail, ...others] = await foldedFrom(db, mira, reference)
  expect(mail?.folded).toContain('Nell')
  expect(mail?.folded).toContain('> Where is it?')
  expect(others).toEqual([])
  expect((await deskTicket(db, mira, reference))?.hasFoldedMail).toBe(true)
  const requester = { ...mira, userId: ticket.requesterId }
  expect(await foldedFrom(db, requester, reference)).toEqual([])
})

test('A ticket whose mails brought nothing else says nothing of it', async () => {
  const placed = await comesIn({ Subject: 'Short' }, 'It is here.')
  const reference = placed === 'received-before' ? '' : (placed.reference ?? '')
  expect(await foldedFrom(db, mira, reference)).toEqual([])
  expect((await deskTicket(db, mira, reference))?.hasFoldedMail).toBe(false)
})
