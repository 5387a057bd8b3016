import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { elif } from '#src/demo/cast.ts'
import { authDb, db, transaction } from '#src/lib/db/client.ts'
import { session, verification } from '#src/lib/db/tables/identity.ts'
import { rateLimits, submissions } from '#src/lib/db/tables/system.ts'
import { sweep } from '#src/worker/sweep.ts'
import { openDesk } from '#tests/support/desk.ts'

beforeAll(openDesk)
beforeEach(() => authDb.delete(session))

const sweepOnce = () => transaction('system:sweep', sweep)
const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000)
const submission = (days: number) => ({
  actorId: elif.userId,
  key: crypto.randomUUID(),
  action: 'tickets.reply',
  fingerprint: 'x',
  createdAt: daysAgo(days),
})

test('Submissions are kept for 30 days, and then no longer', async () => {
  const [old, young] = [submission(31), submission(29)]
  await transaction('test', tx => tx.insert(submissions).values([old, young]))
  expect(await sweepOnce()).toBe(false)
  expect(await db.select({ key: submissions.key }).from(submissions)).toEqual([{ key: young.key }])
})

test('Sessions and links that have run out go, and those that work stay', async () => {
  const until = (days: number) => ({ id: `until ${days}`, expiresAt: daysAgo(-days) })
  const ends = [until(-1), until(1)]
  await authDb.insert(session).values(ends.map(end => ({ ...end, token: end.id, userId: elif.userId })))
  await authDb.insert(verification).values(ends.map(end => ({ ...end, identifier: end.id, value: 'x' })))
  await sweepOnce()
  expect(await db.select({ id: session.id }).from(session)).toEqual([{ id: 'until 1' }])
  expect(await db.select({ id: verification.id }).from(verification)).toEqual([{ id: 'until 1' }])
})

test('Counters of limits that are long over go', async () => {
  const counters = [
    { key: 'over', startedAt: daysAgo(2) },
    { key: 'running', startedAt: new Date() },
  ]
  await transaction('test', tx => tx.insert(rateLimits).values(counters))
  await sweepOnce()
  expect(await db.select({ key: rateLimits.key }).from(rateLimits)).toEqual([{ key: 'running' }])
})

test('Much is swept in pieces, and nothing that is outdated remains', async () => {
  const many = sql`insert into ${submissions} (actor_id, key, action, fingerprint, created_at)
    select 'many', gen_random_uuid(), 'x', 'x', now() - interval '40 days' from generate_series(1, 2500)`
  await transaction('test', tx => tx.execute(many))
  const more: boolean[] = []
  do more.push(await sweepOnce())
  while (more.at(-1))
  expect(more).toEqual([true, true, false])
  expect(await db.$count(submissions, sql`actor_id = 'many'`)).toBe(0)
})
