import { eq } from 'drizzle-orm'
import { type Tx, transaction } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { ticketEvents } from '#src/lib/db/tables/ticket-history.ts'
import { ticketMessages, tickets } from '#src/lib/db/tables/tickets.ts'
import { seedSlaPolicies } from '#src/sla/seed.ts'
import { ada } from './cast.ts'
import { makeDesk } from './desk.ts'
import type { Ledger } from './ledger.ts'
import { hashDemoPassword, seedCast } from './seed-cast.ts'
import { seedEnclosures } from './seed-enclosures.ts'
import { seedFoldedMail } from './seed-folded-mail.ts'
import { seedHeldMail } from './seed-held-mail.ts'
import { seedNeeds } from './seed-needs.ts'
import { allTargets } from './targets.ts'

// It takes about a second; a small board with an old card may be many times slower.
const slowMachineMs = 60_000

/**
 * Fills an empty desk with the demo: people, policies and tickets of the sixty days before `now`, all in one
 * transaction. The same seed and the same `now` give the same rows. Resolves to whether anything was written:
 * a desk that has the cast is left as it is.
 */
export async function seedDemo({ now = new Date(), seed = 'kelp bay' }: { now?: Date; seed?: string } = {}) {
  const password = await hashDemoPassword()
  const fill = async (tx: Tx) => {
    const [known] = await tx.select({ id: user.id }).from(user).where(eq(user.id, ada.userId))
    if (known) return false
    await seedSlaPolicies(tx, now)
    await seedCast(tx, { now, password })
    await seedNeeds(tx, now)
    const desk = makeDesk({ seed, now, targets: await allTargets(tx) })
    await writeDesk(tx, desk)
    await seedEnclosures(tx, desk)
    await seedHeldMail(tx, now)
    await seedFoldedMail(tx, desk)
    return true
  }
  return transaction('command:demo', fill, { ms: slowMachineMs, repeatable: true })
}

async function writeDesk(tx: Tx, ledgers: Ledger[]): Promise<void> {
  for (const rows of batches(ledgers.map(({ ticket }) => ticket))) await tx.insert(tickets).values(rows)
  for (const rows of batches(ledgers.flatMap(({ messages }) => messages)))
    await tx.insert(ticketMessages).values(rows)
  for (const rows of batches(ledgers.flatMap(({ events }) => events)))
    await tx.insert(ticketEvents).values(rows)
}

function batches<Row>(rows: Row[]): Row[][] {
  const size = 500
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
    rows.slice(index * size, (index + 1) * size),
  )
}
