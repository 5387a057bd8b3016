import { asc, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db, transaction } from '#src/lib/db/client.ts'
import { slaPolicies } from '#src/lib/db/tables/sla.ts'
import { seedSlaPolicies } from '#src/sla/seed.ts'
import { targetsFor } from '#src/sla/targets.ts'
import { priorities } from '#src/tickets/status.ts'

const seed = () => transaction('test', tx => seedSlaPolicies(tx))
const all = () => db.select().from(slaPolicies).orderBy(asc(slaPolicies.name))

beforeEach(seed)

test('A new desk has a default policy for every priority, and two more', async () => {
  for (const priority of priorities) expect(await targetsFor(db, priority), priority).toBeDefined()
  expect(await all()).toHaveLength(6)
})

test('Seeding again changes nothing, not even the time since when a policy is the default', async () => {
  const before = await all()
  await seed()
  expect(await all()).toEqual(before)
})

test('A policy that was renamed, and a default that was chosen since, stay as they are', async () => {
  await transaction('test', async tx => {
    await tx.update(slaPolicies).set({ name: 'Slow lane' }).where(eq(slaPolicies.name, 'Standard, low'))
    await tx.update(slaPolicies).set({ defaultSince: null }).where(eq(slaPolicies.name, 'Standard, high'))
    await tx
      .update(slaPolicies)
      .set({ defaultSince: new Date() })
      .where(eq(slaPolicies.name, 'Accessible travel'))
  })
  const before = await all()
  await seed()
  expect(await all()).toEqual(before)
})
