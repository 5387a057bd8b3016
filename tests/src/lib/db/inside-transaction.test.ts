import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { authDb, db, transaction } from '#src/lib/db/client.ts'
import { codeOf, mayHaveCommitted } from '#src/lib/db/errors.ts'
import { teams } from '#src/lib/db/tables/people.ts'
import { deferred } from '#tests/support/deferred.ts'
import { superuser } from '#tests/support/outside.ts'

const codeFrom = (work: Promise<unknown>) => work.then(() => 'no error', codeOf)
const count = () => db.$count(teams)
const team = (id: string) => ({ id, name: id })

test('Using db, authDb or another transaction inside a transaction is refused at once, also at one connection', async () => {
  const started = Date.now()
  const codes = await transaction('command:test', async () => [
    await codeFrom(db.select().from(teams)),
    await codeFrom(authDb.select().from(teams)),
    await codeFrom(authDb.insert(teams).values(team('no'))),
    await codeFrom(transaction('command:test', async tx => tx.select().from(teams))),
  ])
  expect(new Set(codes)).toEqual(new Set(['DB_INSIDE_TRANSACTION']))
  expect(Date.now() - started).toBeLessThan(1000)
})

test('Work that was started inside a transaction may use db once the transaction has ended', async () => {
  const ended = deferred()
  const [later] = await transaction('command:test', async () => [
    ended.promise.then(() => db.select().from(teams)),
  ])
  ended.resolve()
  await expect(later).resolves.toEqual([])
})

test('Of parallel statements with one failing, nothing is saved, even when every error is swallowed', async () => {
  const insert = transaction('command:test', tx =>
    Promise.allSettled(['a', 'a', 'b', 'c'].map(id => tx.insert(teams).values(team(id)))),
  )
  const fault = await insert.then(
    () => undefined,
    error => error,
  )
  expect(codeOf(fault)).toBe('TX_ABORTED')
  expect(codeOf(fault.cause)).toBe('23505')
  expect(mayHaveCommitted(fault)).toBe(false)
  expect(await count()).toBe(0)
})

test('A failing statement that nobody awaited takes the transaction with it', async () => {
  const work = transaction('command:test', async tx => {
    await tx.insert(teams).values(team('a'))
    tx.insert(teams)
      .values(team('a'))
      .catch(() => {})
  })
  expect(await codeFrom(work)).toBe('TX_ABORTED')
  expect(await count()).toBe(0)
})

test('A failed savepoint loses its own changes and none around it', async () => {
  await transaction('command:test', async tx => {
    await tx.insert(teams).values(team('kept'))
    await expect(
      tx.transaction(async inner => {
        await inner.insert(teams).values(team('lost'))
        await inner.insert(teams).values(team('kept'))
      }),
    ).rejects.toThrow()
    await tx.insert(teams).values(team('kept too'))
  })
  expect((await db.select().from(teams)).map(row => row.id).sort()).toEqual(['kept', 'kept too'])
})

test('A thrown error rolls everything back and arrives as it was thrown', async () => {
  const mine = new Error('mine')
  const work = transaction('command:test', async tx => {
    await tx.delete(teams).where(eq(teams.id, 'kept'))
    throw mine
  })
  await expect(work).rejects.toBe(mine)
  expect(await count()).toBe(2)
})

test('A tx that is used after its transaction has ended is refused', async () => {
  const kept = await transaction('command:test', async tx => () => tx.insert(teams).values(team('late')))
  expect(await codeFrom(kept())).toBe('TX_OVER')
  expect(await count()).toBe(2)
})

test('SQL that begins, ends or sets the session is refused in both doors', async () => {
  for (const text of ['begin', ' Commit', 'ROLLBACK', "set app.actor = 'x'", 'reset all', 'listen tickets']) {
    expect(await codeFrom(db.execute(text)), text).toBe('SESSION_CONTROL')
    expect(await codeFrom(transaction('command:test', tx => tx.execute(text))), text).toBe('SESSION_CONTROL')
  }
  await transaction('command:test', tx => tx.execute('set local enable_seqscan = off'))
})

test('A rule that is checked at COMMIT and broken is a plain refusal, not a doubt', async () => {
  const outside = superuser()
  await outside.unsafe(
    'alter table teams drop constraint teams_name_unique, add constraint once unique (name) deferrable initially deferred',
  )
  const fault = await transaction('command:test', tx =>
    tx.execute(sql`update teams set name = (select min(name) from teams)`),
  ).then(
    () => undefined,
    error => error,
  )
  expect(codeOf(fault)).toBe('23505')
  expect(mayHaveCommitted(fault)).toBe(false)
  await outside.end()
})
