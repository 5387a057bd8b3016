import { type SQL, sql } from 'drizzle-orm'
import { db, type Reader } from '#src/lib/db/client.ts'

type Node = { 'Node Type': string; 'Relation Name'?: string; Plans?: Node[] }
type Plan = Node & { 'Shared Hit Blocks': number; 'Shared Read Blocks': number }

/** What a statement did: the tables that it read from end to end, and how many pages it looked at in all. */
export type Reading = { wholly: string[]; pages: number }

/** A reader that lets each statement run for its plan alone. `readings` has what each of them did, in their order. */
export function planReader(): { reader: Reader; readings: Reading[] } {
  const readings: Reading[] = []
  const execute = async (statement: SQL) => {
    const [row] = await db.execute<{ 'QUERY PLAN': string | { Plan: Plan }[] }>(
      sql`explain (analyze, buffers, format json) ${statement}`,
    )
    const told = row?.['QUERY PLAN'] ?? '[]'
    const [{ Plan: plan }] = (typeof told === 'string' ? JSON.parse(told) : told) as [{ Plan: Plan }]
    readings.push({ wholly: scanned(plan), pages: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'] })
    return []
  }
  const reader = Object.assign(Object.create(db), { execute }) as Reader
  return { reader, readings }
}

function scanned(node: Node): string[] {
  const own = node['Node Type'] === 'Seq Scan' ? [node['Relation Name'] ?? ''] : []
  return [...own, ...(node.Plans ?? []).flatMap(scanned)]
}
