import { sql } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { codeOf } from '#src/lib/db/errors.ts'
import { teams } from '#src/lib/db/tables/people.ts'
import { databaseAt } from '#tests/support/database-at.ts'
import { deferred } from '#tests/support/deferred.ts'
import { superuser } from '#tests/support/outside.ts'

const outside = superuser()
afterAll(() => outside.end())
beforeEach(() => outside`delete from teams`)

// The stock driver fails this: it reconnects the dead connection for the next transaction, and what the first one
// still has to say runs in there, in the second one's name. So it does at any size of its pool.
test.each([1, 2])(
  'A statement of a dead transaction never runs in another one, with %i connections',
  async max => {
    const { transaction, db, pool } = databaseAt(process.env.DATABASE_URL ?? '', { max })
    const bobHasBegun = deferred()
    const aliceHasSpoken = deferred()

    let late: string | undefined
    const alice = transaction('alice', async tx => {
      if (late) throw new Error('Alice gives up.')
      const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
      await outside`select pg_terminate_backend(${row?.pid ?? 0})`
      await bobHasBegun.promise
      late = await tx
        .insert(teams)
        .values({ id: 'alice', name: 'Alice' })
        .then(() => 'ran', codeOf)
      aliceHasSpoken.resolve()
    })

    const bob = transaction('bob', async tx => {
      await tx.insert(teams).values({ id: 'bob-1', name: 'Bob 1' })
      bobHasBegun.resolve()
      await aliceHasSpoken.promise
      await tx.insert(teams).values({ id: 'bob-2', name: 'Bob 2' })
    })

    await Promise.allSettled([alice, bob])
    await expect(bob).resolves.toBeUndefined()
    await expect(alice).rejects.toThrow('Alice gives up.')
    expect(['CONNECTION_CLOSED', '57P01', 'TX_OVER']).toContain(late)
    expect(await db.select({ id: teams.id }).from(teams).orderBy(teams.id)).toEqual([
      { id: 'bob-1' },
      { id: 'bob-2' },
    ])
    await pool.close()
  },
)
