import 'server-only'
import { createHmac, hkdfSync } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import { db, type Tx } from './db/client.ts'
import { rateLimits } from './db/tables/system.ts'
import { env } from './env.ts'
import { Refusal } from './refusal.ts'

const windowMinutes = 15

/** At most `most` tries in 15 minutes for everything that is called `key`. Keys are stored hashed. */
export type Limit = { key: string; most: number }

/**
 * Counts one try against these limits, the narrowest first, in one short statement: what is counted stays counted when the
 * try itself fails. Throws a Refusal that says when to come back at the first limit that is passed. A refused try counts
 * against no wider limit, so nobody uses up for others what they may not have themselves.
 * @param counter a transaction, where the try shall count only if that is committed
 */
export async function countTry(limits: readonly Limit[], counter: Pick<Tx, 'execute'> = db): Promise<void> {
  if (limits.length === 0) return
  const narrowestFirst = sealed(limits)
  const counts = await counter.execute<Count>(counting(narrowestFirst))
  for (const { place, hits, minutesLeft } of counts)
    if (hits > (narrowestFirst[place]?.most ?? 0)) throw tooMany(Math.max(1, minutesLeft))
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

type Count = { place: number; hits: number; minutesLeft: number }

// Each step reads what the one before has counted, which also has Postgres do them in this order.
function counting(limits: readonly Limit[]): SQL {
  const step = (place: number) => sql.identifier(`step_${place}`)
  const steps = limits.map(({ key }, place) => {
    const before = limits[place - 1]
    const ifPassed = before && sql`from ${step(place - 1)} where hits <= ${before.most}::int`
    return sql`${step(place)} as (
      insert into ${rateLimits} (key) select ${key}::text ${ifPassed}
      on conflict (key) do update set
        hits = case when ${isOver} then 1 else least(${rateLimits.hits} + 1, 1000000) end,
        started_at = case when ${isOver} then now() else ${rateLimits.startedAt} end
      returning hits, ${minutesLeft} as minutes_left)`
  })
  const counts = limits.map(
    (_, place) => sql`select ${place}::int as place, hits, minutes_left as "minutesLeft" from ${step(place)}`,
  )
  return sql`with ${sql.join(steps, sql`, `)} ${sql.join(counts, sql` union all `)}`
}

const isOver = sql`${rateLimits.startedAt} <= now() - make_interval(mins => ${windowMinutes})`
const minutesLeft = sql`ceil(extract(epoch from
  ${rateLimits.startedAt} + make_interval(mins => ${windowMinutes}) - now()) / 60)::int`

function tooMany(minutes: number) {
  return new Refusal(waitWords(minutes), undefined, { retryAfter: 60 * minutes })
}

function waitWords(minutes: number) {
  if (minutes === 1) return 'There were too many tries. Wait one minute, then try again.'
  return `There were too many tries. Wait ${minutes} minutes, then try again.`
}

// In one order everywhere, the narrowest first, so that two statements never wait for each other's rows.
function sealed(limits: readonly Limit[]): Limit[] {
  return limits
    .map(({ key, most }) => ({ key: seal(key), most }))
    .sort((one, other) => one.most - other.most || (one.key < other.key ? -1 : 1))
}

let derived: Buffer | undefined
function seal(key: string) {
  derived ??= Buffer.from(hkdfSync('sha256', env().authSecret, '', 'holdfast rate limit', 32))
  return createHmac('sha256', derived).update(key).digest('base64url')
}
