import { randomUUID } from 'node:crypto'
import type postgres from 'postgres'
import { type Statement, sendOn } from '#src/lib/db/statement.ts'
import { newReference } from '#src/tickets/reference.ts'
import { givenTo } from './recorded.ts'

export type Ticket = { id: string; reference: string }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Sends the statements of a recorded transaction once more, one after the other and with nothing between driver and
 * program: the same texts, with ids, references and numbers that were not there before, about another ticket. Where the
 * transaction makes a ticket, the statements after that are about the new one.
 * @param recorded the ticket that it was about
 * @param known ids that stay what they are
 */
export async function replay(
  sql: postgres.Sql,
  statements: Statement[],
  { recorded, about, known, number }: { recorded: Ticket; about: Ticket; known: Set<string>; number: number },
): Promise<void> {
  const others = new Map<unknown, string>([
    [recorded.id, about.id],
    [recorded.reference, about.reference],
  ])
  for (const statement of statements) {
    const place = givenTo(statement, 'tickets', 'reference')
    if (place !== undefined) others.set(statement.parameters[place], newReference())
    const parameters = statement.parameters.map(anew)
    const seq = givenTo(statement, 'ticket_events', 'seq')
    if (seq !== undefined) parameters[seq] = String(number)
    const [row] = await sendOn(sql, { ...statement, parameters })
    if (place !== undefined && isTicket(row)) others.set(recorded.id, row.id)
  }

  function anew(value: unknown): unknown {
    const other = others.get(value)
    if (other !== undefined) return other
    if (typeof value !== 'string') return value
    if (!uuid.test(value))
      return [...others].reduce((text, [old, now]) => text.replaceAll(String(old), now), value)
    if (known.has(value)) return value
    const fresh = randomUUID()
    others.set(value, fresh)
    return fresh
  }
}

function isTicket(row: unknown): row is Ticket {
  return typeof row === 'object' && row !== null && 'id' in row
}
