import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { authDb, db, transaction } from '#src/lib/db/client.ts'
import { codeOf } from '#src/lib/db/errors.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { teams } from '#src/lib/db/tables/people.ts'

const codeFrom = (work: Promise<unknown>) => work.then(() => 'no error', codeOf)

test('A write without an actor is refused by the database, whatever the kind of write', async () => {
  expect(await codeFrom(db.insert(teams).values({ id: 'billing', name: 'Billing' }))).toBe('HF001')
  expect(await codeFrom(db.update(teams).set({ name: 'Money' }))).toBe('HF001')
  expect(await codeFrom(db.delete(teams))).toBe('HF001')
  expect(await codeFrom(db.execute(sql`insert into teams (id, name) select 'a', 'b' where false`))).toBe(
    'HF001',
  )
})

test('A write inside a transaction carries its actor and is there afterwards', async () => {
  const actor = await transaction('command:test', async tx => {
    await tx.insert(teams).values({ id: 'support', name: 'Support' })
    const [row] = await tx.execute<{ actor: string }>(sql`select current_setting('app.actor') as actor`)
    return row?.actor
  })
  expect(actor).toBe('command:test')
  expect(await db.select({ id: teams.id }).from(teams)).toEqual([{ id: 'support' }])
})

test('An actor never outlives its transaction on the connection', async () => {
  await transaction('command:test', async tx => tx.select().from(teams))
  const rows = await db.execute<{ actor: string }>(sql`select current_setting('app.actor', true) as actor`)
  expect(rows[0]?.actor ?? '').toBe('')
})

test('The adapter of Better Auth writes as the actor auth', async () => {
  const [made] = await authDb
    .insert(user)
    .values({ id: 'u1', name: 'Ada', email: 'ada@holdfast.test' })
    .returning()
  expect(made?.email).toBe('ada@holdfast.test')
  await authDb.transaction(async tx => {
    await tx.update(user).set({ name: 'Ada L' })
  })
  expect(await authDb.select({ name: user.name }).from(user)).toEqual([{ name: 'Ada L' }])
})
