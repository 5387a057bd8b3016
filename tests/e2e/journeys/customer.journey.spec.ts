import { expect } from '@playwright/test'
import { mira } from '#src/demo/cast.ts'
import { portalPath } from '#src/tickets/paths.ts'
import { signIn, test } from '#tests/e2e/drivers/driver-test.ts'
import { bring, ledger } from '#tests/support/desk.ts'
import { linksIn, newEmail, onRecord } from '#tests/support/identity.ts'
import { newCustomer } from '#tests/support/newcomers.ts'
import { asksFor, draftsOf, needsOf, ticketsOf } from './standing.ts'

test('Sign up, and sign in', async ({ at }) => {
  const email = newEmail()
  const page = await at(null)
  await page.goto('/sign-up')
  await page.fill('Your name', 'Nia Newcomer')
  await page.fill('Email address', email)
  await page.fill('Password', 'short')
  await page.press('Make the account')
  await page.reads('There is a problem', '12 characters')
  await page.holds('Your name', 'Nia Newcomer')
  await page.holds('Email address', email)
  await page.holds('Password', '')
  await page.fill('Password', 'seven grey herons wading')
  await page.press('Make the account')
  await page.reads('your account is ready')
  await signIn(page, email, 'seven grey herons wading')
  const { person, accounts, sessions } = await onRecord(email)
  expect([person?.name, accounts.length, sessions.length]).toEqual(['Nia Newcomer', 1, 1])
})

test('Forget the password, and set another one by the mailed link', async ({ at }) => {
  const { email } = await newCustomer()
  const page = await at(null)
  await page.goto('/sign-in')
  await page.follow('I have forgotten my password')
  await page.fill('Email address', email)
  await page.press('Send me the link')
  await page.reads('If we know this address')
  const [link] = await linksIn(email)
  await page.goto(`${link?.pathname}${link?.search}`)
  await page.fill('New password', 'eight brown otters diving')
  await page.press('Set the password')
  await page.reads('Your new password is set.')
  await page.fill('Email address', email)
  await page.fill('Password', 'seven grey herons wading')
  await page.press('Sign in')
  await page.reads('do not fit together')
  await signIn(page, email, 'eight brown otters diving')
  const { sessions, links } = await onRecord(email)
  expect([sessions.length, links.length]).toEqual([1, 0])
})

test('Open a ticket, after a form that was refused has kept the text', async ({ at }) => {
  const person = await newCustomer()
  const page = await at(person)
  const text = 'The 7:40 left without it.\n\nIt is red, and "dear" to me <really>.'
  await page.follow('Open a ticket')
  await page.fill('What happened?', text)
  await page.tick('High')
  await page.press('Open the ticket')
  await page.reads('There is a problem', 'Write a subject with at least 3 characters.')
  await page.holds('What happened?', text)
  await page.fill('Subject', 'Bicycle left on the pier')
  await page.press('Open the ticket')
  await page.reads('We have your ticket')
  const [ticket, ...others] = await ticketsOf(person)
  expect(ticket).toMatchObject({ subject: 'Bicycle left on the pier', priority: 'high', status: 'open' })
  const { messages, mail } = await ledger(ticket?.reference ?? '')
  expect(messages.map(({ body }) => body)).toEqual([text])
  expect([mail.map(({ kind }) => kind), others]).toEqual([['opened'], []])
})

test('Answer a question of the desk, in a language that is marked', async ({ at }) => {
  const { person, reference } = await asksFor('pending')
  const page = await at(person)
  await page.goto('/tickets')
  await page.follow('The ferry left without my bicycle')
  await page.reads('Which pier?')
  await page.fill('Your message', 'İskele iki.\nKüçük olan.')
  await page.choose('Language of this message', 'Türkçe')
  await page.press('Send the message')
  await page.reads('Your reply was sent.', 'Küçük olan.')
  const { ticket, messages } = await ledger(reference)
  expect(ticket.status).toBe('open')
  expect(messages.at(-1)).toMatchObject({ body: 'İskele iki.\nKüçük olan.', language: 'tr' })
})

test('Keep a draft, find it again, and send it', async ({ at }) => {
  const person = await newCustomer()
  const page = await at(person)
  await page.goto('/tickets/new')
  await page.fill('What happened?', 'It began on Monday.\nThen it got worse.')
  await page.tick('Low')
  await page.press('Save draft')
  await page.reads('Your draft was kept. Nothing was sent.')
  expect([await draftsOf(person), await ticketsOf(person)]).toMatchObject([
    [{ about: 'tickets.open-ticket' }],
    [],
  ])
  await page.follow('My drafts')
  await page.reads('It began on Monday.')
  await page.follow('New ticket')
  await page.reads('This is the draft that you kept')
  await page.holds('What happened?', 'It began on Monday.\nThen it got worse.')
  await page.fill('Subject', 'Kept and sent')
  await page.press('Open the ticket')
  await page.reads('We have your ticket')
  await page.follow('My drafts')
  await page.reads('You keep no drafts.')
  expect([await draftsOf(person), await ticketsOf(person)]).toMatchObject([[], [{ priority: 'low' }]])
})

test('Say that it is fixed', async ({ at }) => {
  const { person, reference } = await asksFor('solved')
  const page = await at(person)
  await page.goto(portalPath(reference))
  await page.follow('This is fixed')
  await page.press('Yes, this is fixed')
  await page.reads('This ticket is finished.')
  expect((await ledger(reference)).ticket).toMatchObject({ status: 'closed' })
})

test('Say that it is not fixed, and never read a note', async ({ at }) => {
  const { person, reference } = await asksFor('solved')
  await bring(reference, mira, { note: 'canary of the desk' })
  const page = await at(person)
  await page.goto(`${portalPath(reference)}/not-fixed`)
  await page.fill('What is still wrong?', 'It still squeaks.')
  await page.press('Send, it is not fixed')
  await page.reads('We go on with this.', 'It still squeaks.')
  await page.readsNowhere('canary of the desk')
  expect((await ledger(reference)).ticket).toMatchObject({ status: 'open', reopenCount: 1 })
})

test('Say how to communicate', async ({ at }) => {
  const person = await newCustomer()
  const page = await at(person)
  await page.follow('Your account')
  await page.tick('Plain language')
  await page.fill('In your own words', 'Short words.\nNever by phone.')
  await page.press('Save')
  await page.reads('Your changes were saved.')
  await page.holds('In your own words', 'Short words.\nNever by phone.')
  expect(await needsOf(person)).toMatchObject({ needs: ['plain'], words: 'Short words.\nNever by phone.' })
})

test('Sign out', async ({ at }) => {
  const person = await newCustomer()
  const page = await at(person)
  await page.press('Sign out')
  await page.reads('You are signed out.')
  await page.goto('/tickets')
  await page.reads('You stay signed in on this browser for 7 days.')
  expect((await onRecord(person.email)).sessions).toEqual([])
})
