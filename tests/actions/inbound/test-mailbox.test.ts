import { beforeEach, expect, test, vi } from 'vitest'
import { testMailbox } from '#actions/inbound/test-mailbox.ts'
import { ada, elif, mira } from '#src/demo/cast.ts'
import { knownMailboxes } from '#src/inbound/mailbox-queries.ts'
import { readMailbox } from '#src/inbound/mailboxes/read-mailbox.ts'
import type { Actor } from '#src/lib/actor.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { mailboxes } from '#src/lib/db/tables/mailboxes.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { receivedMails } from '#src/lib/db/tables/received.ts'
import { env } from '#src/lib/env.ts'
import { openDesk } from '#tests/support/desk.ts'
import { mailOf } from '#tests/support/mail-corpus.ts'
import { shown } from '#tests/support/post.ts'
import { startImapServer } from '#tests/support/start-imap-server.ts'
import { asVisitor, fill, signedInAs } from '#tests/support/visit.ts'

const server = await startImapServer()
// The settings are read once, at the first use.
process.env.IMAP_URL = `${server.url()} ${server.url('Missing')}`
const there = server.user
const missing = `${server.user}/Missing`

beforeEach(async () => {
  if (!(await db.$count(agents))) await openDesk()
  await transaction('test', tx => tx.delete(mailboxes))
  server.password = 'the password'
  server.answers = {}
})

const send = async (mailbox: string, by: Actor = ada) =>
  asVisitor(await signedInAs(by), () => testMailbox(null, fill('inbound.test-mailbox', by, { mailbox })))
const known = async (mailbox = there) => (await knownMailboxes(db)).find(({ name }) => name === mailbox)
const mail = (subject: string) => mailOf({ From: 'nell@example.org', Subject: subject }, 'Hi')

test('A mailbox that opens says how many mails wait there, and none of them is taken in or marked', async () => {
  for (const subject of ['one', 'two', 'three']) server.deliver(mail(subject))
  const before = await db.$count(receivedMails)
  expect((await send(there)).redirect).toBe('/admin/mail/mailboxes?done=mailbox-opened')
  expect(await known()).toMatchObject({ testFound: 3, fault: null, lookedAt: null, testedBy: ada.name })
  expect(await db.$count(receivedMails)).toBe(before)
  const [box] = env().mailboxes
  if (box) await readMailbox(box, new AbortController().signal, { stays: false })
  expect(await db.$count(receivedMails)).toBe(before + 3)
  await send(there)
  expect(await known()).toMatchObject({ testFound: 0, lookedAt: expect.any(Date) })
})

test('A mailbox that does not open says why, and the next test that works says that it is well again', async () => {
  server.password = 'another password'
  expect((await send(there)).redirect).toBe('/admin/mail/mailboxes?done=mailbox-shut')
  expect(await known()).toMatchObject({
    testFound: null,
    fault: expect.stringMatching(/^The mail server does not accept the name and the password/),
    faultAt: expect.any(Date),
  })
  server.password = 'the password'
  await send(missing)
  expect((await known(missing))?.fault).toBe('The mail server does not open the folder Missing.')
  await send(there)
  expect(await known()).toMatchObject({ fault: null, faultAt: null })
})

test('A server that says nothing is given up before the form is, and one that hangs up at once', async () => {
  server.answers = { LOGIN: 'say nothing' }
  const begun = Date.now()
  await send(there)
  expect((await known())?.fault).toBe('The mail server did not answer in time.')
  expect(Date.now() - begun).toBeLessThan(7500)
  server.answers = { LOGIN: 'hang up' }
  await send(there)
  expect((await known())?.fault).toBe('The mail server broke the connection.')
}, 20_000)

test('The password of a mailbox stands in nothing that a page is given', async () => {
  const told = JSON.stringify(await knownMailboxes(db))
  expect(told).toContain(there)
  expect(told).not.toContain('the password')
  expect(told).not.toContain(encodeURIComponent('the password'))
})

test('A mailbox that is in no settings is refused, and asked for nowhere', async () => {
  const asked = vi.spyOn(server.sessions, 'add')
  for (const mailbox of ['other@kelpbay.test', '127.0.0.1', ''])
    expect(shown(await send(mailbox)).words).toMatch(/not in the settings|Press the button/)
  expect(asked).not.toHaveBeenCalled()
  asked.mockRestore()
  expect(await db.$count(mailboxes)).toBe(0)
})

test('Agents and customers are refused before a server is asked, and nobody else gets beyond the sign-in page', async () => {
  const heard = server.heard.length
  for (const person of [mira, elif])
    expect(shown(await send(there, person)).words).toContain('Only an administrator can do this')
  const form = fill('inbound.test-mailbox', null, { mailbox: there })
  expect((await asVisitor({}, () => testMailbox(null, form))).redirect).toContain('/sign-in')
  expect(server.heard).toHaveLength(heard)
  expect(await db.$count(mailboxes)).toBe(0)
})
