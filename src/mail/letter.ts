import { createHash } from 'node:crypto'
import type { mailOrders } from '#src/lib/db/tables/system.ts'

type Order = Pick<
  typeof mailOrders.$inferSelect,
  'kind' | 'dedupeKey' | 'toName' | 'toAddress' | 'subject' | 'body' | 'createdAt'
>

export type Letter = ReturnType<typeof letterFor>

/**
 * The mail that an order becomes: plain text, the same each time it is tried. Its Message-ID comes from the
 * `dedupeKey`, so that a mail which left twice after a crash is one mail to every program that reads it.
 */
export function letterFor(order: Order, { baseUrl, mailFrom }: { baseUrl: string; mailFrom: string }) {
  const name = createHash('sha256').update(order.dedupeKey).digest('hex').slice(0, 40)
  return {
    from: mailFrom,
    to: { name: order.toName, address: order.toAddress },
    subject: order.subject,
    text: order.body,
    date: order.createdAt,
    messageId: `<${name}@${new URL(baseUrl).hostname}>`,
    headers: { 'X-Auto-Response-Suppress': 'OOF, AutoReply', 'X-Loop': 'holdfast', ...origin(order) },
  }
}

// A reply was written by a person; everything else is ours, and no program should answer it.
function origin({ kind }: Order): Record<string, string> {
  return kind === 'answered' ? {} : { 'Auto-Submitted': 'auto-generated' }
}
