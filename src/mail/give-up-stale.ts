import { and, gte, isNull, lt, or, sql } from 'drizzle-orm'
import type { Tx } from '#src/lib/db/client.ts'
import { mailOrders } from '#src/lib/db/tables/system.ts'
import { mostAttempts, staleAfterDays } from './attempts.ts'

/**
 * Gives up the mails that nobody tries any more: those that have been due for days (a mail server was set only now,
 * or was away), and those whose last attempt was cut off. An administrator can still have each one tried again.
 * Resolves to how many they were.
 */
export async function giveUpStale(tx: Tx): Promise<number> {
  const given = await tx
    .update(mailOrders)
    .set({
      gaveUpAt: sql`now()`,
      lastError: sql`case when ${mailOrders.attempts} >= ${mostAttempts} then ${cutOff} else ${tooOld} end`,
    })
    .where(
      and(
        isNull(mailOrders.sentAt),
        isNull(mailOrders.gaveUpAt),
        or(
          lt(mailOrders.nextAttemptAt, sql`now() - make_interval(days => ${staleAfterDays})`),
          and(gte(mailOrders.attempts, mostAttempts), lt(mailOrders.nextAttemptAt, sql`now()`)),
        ),
      ),
    )
    .returning({ id: mailOrders.id })
  return given.length
}

const tooOld = `It waited for more than ${staleAfterDays} days and may be out of date.`
const cutOff = 'The last attempt was cut off, so the mail may or may not have been sent.'
