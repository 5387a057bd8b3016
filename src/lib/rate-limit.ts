import 'server-only'
import { createHmac, hkdfSync } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { db, type Tx } from './db/client.ts'
import { rateLimits } from './db/tables/system.ts'
import { env } from './env.ts'
import { Refusal } from './refusal.ts'

const windowMinutes = 15

/** At most `most` tries in 15 minutes for everything that is called `key`. Keys are stored hashed. */
export type Limit = { key: string; most: number }

/**
 * Counts one try against these limits, the narrowest first, each in one short statement: what is counted stays counted
 * when the try itself fails. Throws a Refusal that says when to come back at the first limit that is passed. A refused
 * try counts against no wider limit, so nobody uses up for others what they may not have themselves.
 * @param counter a transaction, where the try shall count only if that is committed
 */
export async function countTry(limits: readonly Limit[], counter: Pick<Tx, 'insert'> = db): Promise<void> {
  for (const { key, most } of limits) {
    const [count] = await counter
      .insert(rateLimits)
      .values({ key: seal(key) })
      .onConflictDoUpdate({
        target: rateLimits.key,
        set: {
          hits: sql`case when ${isOver} then 1 else least(${rateLimits.hits} + 1, 1000000) end`,
          startedAt: sql`case when ${isOver} then now() else ${rateLimits.startedAt} end`,
        },
      })
      .returning({ hits: rateLimits.hits, minutesLeft })
    if (count && count.hits > most) throw tooMany(Math.max(1, count.minutesLeft))
  }
}

/** Takes one counted try back, because it turned out to be nobody's guess. */
export async function takeBack(limits: readonly Limit[]): Promise<void> {
  if (limits.length === 0) return
  // The same statement as above, not an update: it takes the rows in the same order, so two of them never lock up.
  await db
    .insert(rateLimits)
    .values(sealed(limits).map(({ key }) => ({ key, hits: 0 })))
    .onConflictDoUpdate({ target: rateLimits.key, set: { hits: sql`greatest(${rateLimits.hits} - 1, 0)` } })
}

const isOver = sql`${rateLimits.startedAt} <= now() - make_interval(mins => ${windowMinutes})`
const minutesLeft = sql<number>`ceil(extract(epoch from
  ${rateLimits.startedAt} + make_interval(mins => ${windowMinutes}) - now()) / 60)::int`

function tooMany(minutes: number) {
  return new Refusal(waitWords(minutes), undefined, { retryAfter: 60 * minutes })
}

function waitWords(minutes: number) {
  if (minutes === 1) return 'There were too many tries. Wait one minute, then try again.'
  return `There were too many tries. Wait ${minutes} minutes, then try again.`
}

// In one order everywhere, so that two statements never wait for each other's rows.
function sealed(limits: readonly Limit[]) {
  return limits
    .map(({ key, most }) => ({ key: seal(key), most }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
}

let derived: Buffer | undefined
function seal(key: string) {
  derived ??= Buffer.from(hkdfSync('sha256', env().authSecret, '', 'holdfast rate limit', 32))
  return createHmac('sha256', derived).update(key).digest('base64url')
}
