import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Tx } from '#src/lib/db/client.ts'
import { mayHaveCommitted } from '#src/lib/db/errors.ts'
import { submissions } from '#src/lib/db/tables/system.ts'
import type { databaseAt } from './database-at.ts'
import { superuser } from './outside.ts'

const parts = 3
const actorOf = (operation: string) => `storm:${operation}`

export type Outcome = {
  operation: string
  answer: 'done' | 'replay' | 'not saved' | 'perhaps saved'
  error?: unknown
}

/** One piece of work of several statements with its submission key, and what its caller was told. */
export async function operate(
  { transaction }: Pick<ReturnType<typeof databaseAt>, 'transaction'>,
  disturb: (moment: 'after begin' | 'between' | 'before commit', tx: Tx) => Promise<unknown>,
  repeatable = true,
  operation: string = randomUUID(),
): Promise<Outcome> {
  const work = async (tx: Tx): Promise<Outcome['answer']> => {
    await disturb('after begin', tx)
    const claim = { actorId: actorOf(operation), key: operation, action: 'storm', fingerprint: '' }
    const claimed = await tx.insert(submissions).values(claim).onConflictDoNothing().returning()
    if (claimed.length === 0) return 'replay'
    for (let part = 1; part <= parts; part++) {
      await tx.execute(sql`insert into storm_rows (operation, part) values (${operation}, ${part})`)
      if (part === 2) await disturb('between', tx)
    }
    await disturb('before commit', tx)
    return 'done'
  }
  try {
    return { operation, answer: await transaction(actorOf(operation), work, { repeatable }) }
  } catch (error) {
    return { operation, answer: mayHaveCommitted(error) ? 'perhaps saved' : 'not saved', error }
  }
}

/**
 * Makes the storm's table in this file's database. Each row names the actor that the database saw, so that a
 * statement in a foreign transaction shows itself.
 */
export async function prepareStorm() {
  const outside = superuser()
  await outside.unsafe(`
    create table storm_rows (operation uuid, part int, actor text default current_setting('app.actor', true));
    create trigger fence before insert on storm_rows for each statement execute function require_actor();
    grant select, insert on storm_rows to holdfast_app`)
  return outside
}

/** Every rule that the outcomes break, in words; none when all is well. */
export async function broken(
  outside: Awaited<ReturnType<typeof prepareStorm>>,
  outcomes: Outcome[],
): Promise<string[]> {
  const rows = await outside<{ operation: string; actor: string }[]>`select operation, actor from storm_rows`
  const claims = await outside<{ key: string }[]>`select key from submissions where action = 'storm'`
  const claimed = new Set(claims.map(claim => claim.key))
  const found = new Map<string, number>()
  for (const { operation } of rows) found.set(operation, (found.get(operation) ?? 0) + 1)
  const known = new Set(outcomes.map(outcome => outcome.operation))
  return [
    ...rows
      .filter(row => row.actor !== actorOf(row.operation))
      .map(row => `${row.operation} written by ${row.actor}`),
    ...[...found]
      .filter(([, count]) => count !== parts)
      .map(([id, count]) => `${id} has ${count} of ${parts} rows`),
    ...[...found.keys()].filter(id => !claimed.has(id)).map(id => `${id} has rows and no submission`),
    ...[...claimed].filter(id => !found.has(id)).map(id => `${id} has a submission and no rows`),
    ...[...found.keys()].filter(id => !known.has(id)).map(id => `${id} was asked for by nobody`),
    ...outcomes.filter(promiseBroken).map(({ operation, answer }) => `${operation} was called "${answer}"`),
  ]

  function promiseBroken({ operation, answer }: Outcome): boolean {
    if (answer === 'perhaps saved') return false
    return found.has(operation) !== (answer === 'done' || answer === 'replay')
  }
}
