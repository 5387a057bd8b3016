import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { ada, bram, jonas, mira, noor } from '#src/demo/cast.ts'
import { transaction } from '#src/lib/db/client.ts'
import { teams } from '#src/lib/db/tables/people.ts'
import { assign } from '#src/tickets/assign.ts'
import { act, asked, bring, ledger, openDesk } from '#tests/support/desk.ts'
import { composerOf, ticketIn } from '#tests/support/ticket-in.ts'

beforeAll(openDesk)

async function give(reference: string, wanted: { assignee?: string; team?: string }, by = ada) {
  return act(assign, by, { ...(await composerOf(reference)), ...wanted })
}

test('Giving a ticket to somebody and to their team is one event with both changes', async () => {
  const reference = await asked()
  await give(reference, { assignee: mira.agentId, team: 'bookings' })
  const { ticket, events, mail } = await ledger(reference)
  expect(ticket).toMatchObject({ assigneeId: mira.agentId, team: 'bookings', status: 'open' })
  expect(events).toHaveLength(2)
  expect(events.at(-1)).toMatchObject({
    kind: 'updated',
    actorId: ada.userId,
    changes: [
      { field: 'assignee', from: null, to: mira.agentId },
      { field: 'team', from: null, to: 'bookings' },
    ],
  })
  expect(mail).toHaveLength(1)
})

test('A new team drops an assignee who is not in it, and keeps one who is', async () => {
  const reference = await asked()
  await give(reference, { assignee: mira.agentId })
  await give(reference, { team: 'bookings' })
  expect((await ledger(reference)).ticket).toMatchObject({ assigneeId: mira.agentId, team: 'bookings' })
  await give(reference, { team: 'parcels' })
  const { ticket, events } = await ledger(reference)
  expect(ticket).toMatchObject({ assigneeId: null, team: 'parcels' })
  expect(events.at(-1)?.changes).toEqual([
    { field: 'assignee', from: mira.agentId, to: null },
    { field: 'team', from: 'bookings', to: 'parcels' },
  ])
})

test('A ticket can be taken off somebody, and out of its team', async () => {
  const reference = await asked()
  await give(reference, { assignee: mira.agentId, team: 'bookings' })
  await give(reference, { assignee: '' })
  expect((await ledger(reference)).ticket).toMatchObject({ assigneeId: null, team: 'bookings' })
  await give(reference, { team: '' })
  expect((await ledger(reference)).ticket).toMatchObject({ assigneeId: null, team: null })
})

test('Taking a solved ticket off somebody gives it to nobody, and so not to whoever did it', async () => {
  const reference = await ticketIn('solved')
  await give(reference, { assignee: '' })
  expect((await ledger(reference)).ticket).toMatchObject({ status: 'solved', assigneeId: null })
})

test('An assignee works here, and is in the team of the ticket', async () => {
  const reference = await asked()
  await bring(reference, ada, { team: 'bookings' })
  const before = await ledger(reference)
  for (const assignee of [bram.agentId, crypto.randomUUID()])
    await expect(give(reference, { assignee })).rejects.toMatchObject({
      field: 'assignee',
      message: 'Choose an assignee who works here.',
    })
  for (const assignee of [jonas.agentId, noor.agentId])
    await expect(give(reference, { assignee })).rejects.toMatchObject({
      field: 'assignee',
      message: 'Choose an assignee who is in the team, or change the team.',
    })
  expect(await ledger(reference)).toEqual(before)
})

test('A retired team and one that is not there take no tickets', async () => {
  await transaction('test', tx =>
    tx.update(teams).set({ retiredAt: new Date() }).where(eq(teams.id, 'digital')),
  )
  const reference = await asked()
  for (const team of ['digital', 'nowhere'])
    await expect(give(reference, { team })).rejects.toMatchObject({
      field: 'team',
      message: 'Choose a team from the list.',
    })
  expect((await ledger(reference)).events).toHaveLength(1)
})

test('A ticket stays workable when its team was retired or its assignee left afterwards', async () => {
  const reference = await asked()
  await bring(reference, ada, { team: 'access' })
  await transaction('test', tx =>
    tx.update(teams).set({ retiredAt: new Date() }).where(eq(teams.id, 'access')),
  )
  await bring(reference, mira, { priority: 'high' })
  expect((await ledger(reference)).ticket).toMatchObject({ team: 'access', priority: 'high' })
})

test('The slower of two agents reads who has the ticket, or which team it went to', async () => {
  const reference = await asked()
  const page = await composerOf(reference)
  await give(reference, { assignee: mira.agentId, team: 'bookings' })
  await expect(act(assign, ada, { ...page, assignee: noor.agentId })).rejects.toMatchObject({
    field: 'assignee',
    message: expect.stringContaining(mira.name),
  })
  await expect(act(assign, ada, { ...page, team: 'parcels' })).rejects.toMatchObject({
    field: 'team',
    message: expect.stringContaining('“Bookings and piers”'),
  })
  expect((await ledger(reference)).events).toHaveLength(2)
})

test('Nobody can be given a closed ticket', async () => {
  const reference = await ticketIn('closed')
  await expect(give(reference, { assignee: noor.agentId })).rejects.toThrow('closed')
})
