import { eq, inArray, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, type Tx, transaction } from '#src/lib/db/client.ts'
import { teams } from '#src/lib/db/tables/people.ts'

const add = (tx: Tx, id: string) => tx.insert(teams).values({ id, name: id })
const kept = async (...ids: string[]) => {
  const rows = await db.select({ id: teams.id }).from(teams).where(inArray(teams.id, ids)).orderBy(teams.id)
  return rows.map(({ id }) => id)
}

test('When a last statement fails nothing is saved, and its own error is thrown', async () => {
  const failing = transaction('command:test', async (tx, last) => {
    await add(tx, 'first')
    last(add(tx, 'second'), add(tx, 'first'), add(tx, 'third'))
  })
  await expect(failing).rejects.toMatchObject({ code: '23505' })
  expect(await kept('first', 'second', 'third')).toEqual([])
})

test('A fault that passes has the whole work done again, its last statements too', async () => {
  let tries = 0
  await transaction('command:test', async (tx, last) => {
    await add(tx, 'again')
    tries += 1
    const deadlock = {
      toSQL: () => ({ sql: `do $$ begin raise exception using errcode = '40P01'; end $$`, params: [] }),
    }
    last(add(tx, `again-${tries}`), tries === 1 ? deadlock : undefined)
  })
  expect(await kept('again', 'again-1', 'again-2')).toEqual(['again', 'again-2'])
})

test('An error that the work swallowed is told as before', async () => {
  const swallowing = transaction('command:test', async (tx, last) => {
    await tx.execute(sql`select 1 / 0`).catch(() => {})
    last(add(tx, 'never'))
  })
  await expect(swallowing).rejects.toMatchObject({ code: 'TX_ABORTED' })
  expect(await kept('never')).toEqual([])
})

test('What cannot be sent is refused before anything is committed', async () => {
  const broken = { toSQL: () => ({ sql: 'select $1', params: [undefined] }) }
  const sending = transaction('command:test', async (tx, last) => {
    await add(tx, 'whole')
    last(broken)
  })
  await expect(sending).rejects.toThrow('undefined')
  const ending = transaction('command:test', async (_tx, last) => {
    last({ toSQL: () => ({ sql: 'commit', params: [] }) })
  })
  await expect(ending).rejects.toThrow()
  expect(await kept('whole')).toEqual([])
})

test('What is handed to the end and then refused is not done', async () => {
  const refused = transaction('command:test', async (tx, last) => {
    last(tx.delete(teams).where(eq(teams.id, 'nobody')), add(tx, 'refused'))
    throw new Error('No')
  })
  await expect(refused).rejects.toThrow('No')
  expect(await kept('refused')).toEqual([])
})
