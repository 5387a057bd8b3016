import 'server-only'
import { and, count, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '#src/lib/db/client.ts'
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

/** One mail with its text; null when there is none with this id. */
export async function outboxMail(reader: Reader, id: string) {
  if (!z.uuid().safeParse(id).success) return null
  const [mail] = await reader.select().from(mailOrders).where(eq(mailOrders.id, id))
  return mail ?? null
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
