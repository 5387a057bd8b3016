import { asc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { ada, elif, mira, signIns, tom } from '#src/demo/cast.ts'
import { seedDemo } from '#src/demo/seed.ts'
import { db } from '#src/lib/db/client.ts'
import { account, user } from '#src/lib/db/tables/identity.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { slaPolicies } from '#src/lib/db/tables/sla.ts'
import { ticketEvents, ticketMessages, tickets } from '#src/lib/db/tables/tickets.ts'

const now = new Date('2026-11-20T10:00:00Z')

const everything = async () => ({
  users: await db.select().from(user).orderBy(asc(user.id)),
  accounts: await db.select().from(account).orderBy(asc(account.id)),
  agents: await db.select().from(agents).orderBy(asc(agents.id)),
  policies: await db.select().from(slaPolicies).orderBy(asc(slaPolicies.id)),
  tickets: await db.select().from(tickets).orderBy(asc(tickets.id)),
  messages: await db.select().from(ticketMessages).orderBy(asc(ticketMessages.id)),
  events: await db.select().from(ticketEvents).orderBy(asc(ticketEvents.ticketId), asc(ticketEvents.seq)),
})

beforeAll(async () => {
  expect(await seedDemo({ now })).toBe(true)
})

test('A desk that has the demo already is left as it is', async () => {
  const before = await everything()
  expect(await seedDemo({ now: new Date('2027-03-01T10:00:00Z'), seed: 'another' })).toBe(false)
  expect(await everything()).toEqual(before)
})

test('The desk holds at least 250 tickets', async () => {
  expect((await db.select().from(tickets)).length).toBeGreaterThanOrEqual(250)
})
