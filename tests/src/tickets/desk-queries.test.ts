import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { ada, bram, elif, jonas, mira, oskar, tom } from '#src/demo/cast.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { teams } from '#src/lib/db/tables/people.ts'
import { assignableAgents, deskTicket, teamsInUse } from '#src/tickets/desk-queries.ts'
import { asked, bring, openDesk } from '#tests/support/desk.ts'

beforeAll(openDesk)

test('An agent reads the whole ticket: requester, thread with notes, events, who has it', async () => {
  const reference = await asked()
  await bring(reference, jonas, { note: 'She called.' })
  await bring(reference, mira, { reply: 'Which pier?', assigneeId: mira.agentId, team: 'bookings' })
  const found = await deskTicket(db, mira, reference)
  expect(found).toMatchObject({
    requester: { id: elif.userId, name: elif.name, email: elif.email },
    assignee: mira.name,
    teamName: 'Bookings and piers',
  })
  expect(found?.messages.map(({ author, team, isInternal }) => ({ author, team, isInternal }))).toEqual([
    { author: elif.name, team: null, isInternal: false },
    { author: jonas.name, team: 'Parcels and post', isInternal: true },
    { author: mira.name, team: 'Bookings and piers', isInternal: false },
  ])
  expect(found?.events.map(({ event, actor }) => [event.seq, event.kind, actor])).toEqual([
    [1, 'opened', elif.name],
    [2, 'noted', jonas.name],
    [3, 'replied', mira.name],
  ])
})

test('The requester’s other tickets are five at most, open ones first, and not this one', async () => {
  const others = []
  for (let number = 0; number < 6; number += 1) others.push(await asked(tom))
  const solved = others[5] ?? ''
  await bring(solved, mira, { status: 'solved' })
  const here = await asked(tom)
  const found = await deskTicket(db, mira, here)
  const shown = found?.otherTickets.map(ticket => ticket.reference)
  expect(shown).toEqual(others.slice(0, 5).reverse())
})

test('An agent’s own ticket, one that is not there and nonsense are all the same: nothing', async () => {
  const reference = await asked(oskar)
  expect(await deskTicket(db, oskar, reference)).toBeNull()
  expect(await deskTicket(db, mira, reference)).not.toBeNull()
  expect(await deskTicket(db, mira, 'AAAA-AAAA')).toBeNull()
  expect(await deskTicket(db, mira, 'no reference')).toBeNull()
})

test('A ticket can be given to every agent who works here, by name, and to no other', async () => {
  const names = (await assignableAgents(db)).map(agent => agent.name)
  expect(names).toContain(ada.name)
  expect(names).not.toContain(bram.name)
  expect(names).toHaveLength(10)
  expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)))
})

test('A ticket can be in every team that is not retired', async () => {
  await transaction('test', tx =>
    tx.update(teams).set({ retiredAt: new Date() }).where(eq(teams.id, 'digital')),
  )
  expect(await teamsInUse(db)).toEqual([
    { id: 'access', name: 'Accessible travel' },
    { id: 'bookings', name: 'Bookings and piers' },
    { id: 'parcels', name: 'Parcels and post' },
  ])
})
