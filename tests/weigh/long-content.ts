import { desc, sql } from 'drizzle-orm'
import { mira } from '#src/demo/cast.ts'
import type { Customer } from '#src/lib/actor.ts'
import { db } from '#src/lib/db/client.ts'
import { ticketMessages } from '#src/lib/db/tables/tickets.ts'
import { deskPath, portalPath } from '#src/tickets/paths.ts'
import { reply } from '#src/tickets/reply.ts'
import { act, asked, bring } from '#tests/support/desk.ts'
import { type Newcomer, newCustomer } from '#tests/support/newcomers.ts'

const mark = 'Longest of all'

/** Somebody with much to say, and where it is seen. */
export type LongContent = { writer: Newcomer; forWriter: string[]; forAgents: string[] }

/**
 * Fills a desk that has the demo with long content: fifty tickets of one customer with subjects of 110 characters, and one
 * of them with twenty messages of 600. All of it is what people wrote in the demo, because words that repeat weigh nothing.
 */
export async function writeLongContent(): Promise<LongContent> {
  const writer = await newCustomer()
  const customer: Customer = { kind: 'customer', ...writer }
  const text = await demoText()
  const priorities = ['urgent', 'high', 'normal', 'low'] as const
  const references: string[] = []
  for (let number = 0; number < 50; number += 1) {
    const subject = `${mark}: ${text.slice(number * 300, number * 300 + 94)}`.replace(/\s+/g, ' ')
    references.push(await asked(customer, subject, priorities[number % 4]))
  }
  const reference = references[0] ?? ''
  for (let number = 1; number < 20; number += 1) {
    const body = text.slice(16_000 + number * 600, 16_600 + number * 600)
    if (number % 2) await bring(reference, mira, { reply: body })
    else await act(reply, customer, { reference, seen: 0, body })
  }
  const words = encodeURIComponent(mark)
  return {
    writer,
    forWriter: ['/tickets', `/tickets/search?q=${words}`, portalPath(reference)],
    forAgents: [`/desk/queues/all?q=${words}`, `/desk/search?q=${words}`, deskPath(reference)],
  }
}

/** What people wrote in the demo, one after the other, each thing once. */
async function demoText(): Promise<string> {
  const bodies = await db
    .selectDistinct({ body: ticketMessages.body, length: sql<number>`length(${ticketMessages.body})` })
    .from(ticketMessages)
    .orderBy(desc(sql`length(${ticketMessages.body})`), ticketMessages.body)
  return bodies.map(({ body }) => body).join('\n\n')
}
