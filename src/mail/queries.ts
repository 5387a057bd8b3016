import 'server-only'
import { and, count, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '#src/lib/db/client.ts'
import { stoppedAddresses } from '#src/lib/db/tables/stopped-addresses.ts'
import { mailOrders } from '#src/lib/db/tables/system.ts'
import { cursorOf, readCursor } from '#src/lib/keyset.ts'

const perPage = 50

export type OutboxMail = NonNullable<Awaited<ReturnType<typeof outboxMail>>>
export type OutboxRow = Awaited<ReturnType<typeof outboxPage>>['mails'][number]

/** One page of 50 mails, the newest first, without their texts; and the cursor of the next page. */
export async function outboxPage(reader: Reader, after?: unknown) {
  const cursor = readCursor(after, 'moment', 'id')
  const rows = await reader
    .select({
      id: mailOrders.id,
      kind: mailOrders.kind,
      toAddress: mailOrders.toAddress,
      subject: mailOrders.subject,
      createdAt: mailOrders.createdAt,
      sentAt: mailOrders.sentAt,
      gaveUpAt: mailOrders.gaveUpAt,
    })
    .from(mailOrders)
    .where(cursor ? olderThan(cursor) : undefined)
    .orderBy(desc(mailOrders.createdAt), desc(mailOrders.id))
    .limit(perPage + 1)
  const mails = rows.slice(0, perPage)
  const last = mails.at(-1)
  return {
    mails,
    next: rows.length > perPage && last ? cursorOf([last.createdAt, last.id]) : undefined,
    first: cursor === null,
  }
}

/** One mail with its text, and since when mail to its address is stopped; null when there is none with this id. */
export async function outboxMail(reader: Reader, id: string) {
  if (!z.uuid().safeParse(id).success) return null
  const [found] = await reader
    .select({ mail: mailOrders, stoppedAt: stoppedAddresses.stoppedAt, stopReason: stoppedAddresses.reason })
    .from(mailOrders)
    .leftJoin(stoppedAddresses, eq(stoppedAddresses.address, sql`lower(${mailOrders.toAddress})`))
    .where(eq(mailOrders.id, id))
  return found ? { ...found.mail, stoppedAt: found.stoppedAt, stopReason: found.stopReason } : null
}

/** The addresses that mail is stopped to, the latest 50, each with the mail of which that was said. */
export function stoppedLately(reader: Reader) {
  return reader
    .select({
      address: stoppedAddresses.address,
      mailId: stoppedAddresses.mailId,
      stoppedAt: stoppedAddresses.stoppedAt,
    })
    .from(stoppedAddresses)
    .orderBy(desc(stoppedAddresses.stoppedAt), desc(stoppedAddresses.address))
    .limit(perPage)
}

/** How many mails wait to be sent, counted up to 10,000, and since how many seconds the oldest of those that are due does. */
export async function countWaiting(reader: Reader): Promise<{ mailsWaiting: number; oldestSeconds: number }> {
  const waits = and(isNull(mailOrders.sentAt), isNull(mailOrders.gaveUpAt))
  const waiting = reader
    .select({ due: mailOrders.nextAttemptAt })
    .from(mailOrders)
    .where(waits)
    .orderBy(mailOrders.nextAttemptAt)
    .limit(10_000)
    .as('waiting')
  const [row] = await reader
    .select({
      mailsWaiting: count(),
      oldestSeconds: sql<number>`coalesce(greatest(0, extract(epoch from now() - min(${waiting.due}))), 0)::int`,
    })
    .from(waiting)
  return row ?? { mailsWaiting: 0, oldestSeconds: 0 }
}

/** How many mails were given up and wait for an administrator. */
export async function countGivenUp(reader: Reader): Promise<number> {
  const [row] = await reader
    .select({ mails: count() })
    .from(mailOrders)
    .where(and(isNotNull(mailOrders.gaveUpAt), isNull(mailOrders.sentAt)))
  return row?.mails ?? 0
}

function olderThan([createdAt, id]: (string | number)[]): SQL {
  return sql`(${mailOrders.createdAt}, ${mailOrders.id}) < (${createdAt}::timestamptz, ${id}::uuid)`
}
