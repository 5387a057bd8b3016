import { expect } from '@playwright/test'
import { mira } from '#src/demo/cast.ts'
import { deskPath } from '#src/tickets/paths.ts'
import { test } from '#tests/e2e/drivers/driver-test.ts'
import { asked, bring, ledger } from '#tests/support/desk.ts'
import { newEmail, onRecord } from '#tests/support/identity.ts'
import { newColleague } from '#tests/support/newcomers.ts'
import { agentOf, asksFor, inHandOf, ticketsOf } from './standing.ts'

test('Take the next ticket', async ({ at }) => {
  await asked()
  const agent = await newColleague('agent')
  const page = await at(agent)
  await page.goto('/desk/queues/unassigned')
  await page.press('Take the next ticket')
  await page.reads('You have taken this ticket.')
  expect(await inHandOf(agent)).toHaveLength(1)
})

test('Note something for the desk', async ({ at }) => {
  const { reference } = await asksFor('open')
  const page = await at(await newColleague('agent'))
  await page.goto(deskPath(reference))
  await page.tick('An internal note')
  await page.fill('Your text', 'Lost property knows.\nAsk for Ines.')
  await page.press('Send')
  await page.reads('Your note was added.', 'Ask for Ines.')
  const { ticket, messages, mail } = await ledger(reference)
  expect(messages.at(-1)).toMatchObject({ isInternal: true, body: 'Lost property knows.\nAsk for Ines.' })
  expect([ticket.status, mail.map(({ kind }) => kind)]).toEqual(['open', ['opened']])
})

test('Reply, and wait for the customer', async ({ at }) => {
  const { reference } = await asksFor('open')
  const page = await at(await newColleague('agent'))
  await page.goto(deskPath(reference))
  await page.fill('Your text', 'We have found it.\nWhich pier shall we bring it to?')
  await page.press('Send')
  await page.reads('Your reply was sent.', 'Which pier shall we bring it to?')
  const { ticket, mail } = await ledger(reference)
  expect([ticket.status, mail.map(({ kind }) => kind)]).toEqual(['pending', ['opened', 'answered']])
})

test('Change the priority and the team, in the composer', async ({ at }) => {
  const { reference } = await asksFor('open')
  const page = await at(await newColleague('agent'))
  await page.goto(deskPath(reference))
  await page.choose('Priority', 'Urgent')
  await page.choose('Team', 'Accessible travel')
  await page.press('Send')
  await page.reads('The ticket was changed.')
  const { ticket, messages } = await ledger(reference)
  expect([ticket.priority, ticket.team, messages.length]).toEqual(['urgent', 'access', 1])
})

test('Change the status on a page of its own', async ({ at }) => {
  const agent = await newColleague('agent')
  const { reference } = await asksFor('open')
  const page = await at(agent)
  await page.goto(deskPath(reference))
  await page.follow('Change the status')
  await page.tick('Solved')
  await page.press('Set the status')
  await page.reads('The ticket was changed.')
  const { ticket } = await ledger(reference)
  expect([ticket.status, ticket.assigneeId]).toEqual(['solved', (await agentOf(agent))?.id])
})

test('Open a ticket for a customer on the phone', async ({ at }) => {
  const email = newEmail()
  const page = await at(await newColleague('agent'))
  await page.goto('/desk/tickets/new')
  await page.fill('Name of the customer', 'Nell Quayle')
  await page.fill('Email address of the customer', email)
  await page.fill('Subject', 'Pushchair on the night boat')
  await page.fill('What did the customer say?', 'She asks for a ramp.')
  await page.press('Open the ticket')
  await page.reads('The ticket was opened.', 'Nell Quayle')
  const { person, mail } = await onRecord(email)
  const made = await ticketsOf({ userId: person?.id ?? '' })
  expect(made).toMatchObject([{ subject: 'Pushchair on the night boat', channel: 'phone' }])
  expect(mail.map(({ kind }) => kind)).toEqual(['opened'])
})

test('Be overtaken by a colleague, read what they wrote, and send all the same', async ({ at }) => {
  const { reference } = await asksFor('open')
  const page = await at(await newColleague('agent'))
  await page.goto(deskPath(reference))
  await page.fill('Your text', 'Shall I call them?')
  await bring(reference, mira, { reply: 'I have called them.' })
  await page.press('Send')
  await page.reads('Written while you were typing', 'I have called them.')
  await page.holds('Your text', 'Shall I call them?')
  expect((await ledger(reference)).messages).toHaveLength(2)
  await page.press('Send anyway')
  await page.reads('Your reply was sent.')
  expect((await ledger(reference)).messages.map(({ body }) => body).slice(1)).toEqual([
    'I have called them.',
    'Shall I call them?',
  ])
})
