import { z } from 'zod'

type Node = {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows'?: number
  'Actual Loops'?: number
  'Rows Removed by Filter'?: number
  Plans?: Node[]
}

const node: z.ZodType<Node> = z.lazy(() =>
  z.object({
    'Node Type': z.string(),
    'Relation Name': z.string().optional(),
    'Actual Rows': z.number().optional(),
    'Actual Loops': z.number().optional(),
    'Rows Removed by Filter': z.number().optional(),
    Plans: z.array(node).optional(),
  }),
)

const told = z.object({
  'Query Text': z.string(),
  Plan: z.intersection(
    node,
    z.object({ 'Shared Hit Blocks': z.int().default(0), 'Shared Read Blocks': z.int().default(0) }),
  ),
})

/** A table that a statement read from its beginning on, and how many rows of it. */
type Scan = { table: string; rows: number }

/** What a statement did: what it read without an index, how many pages of 8 kB it looked at, and how long it took. */
export type Plan = { text: string; scans: Scan[]; pages: number; ms: number }

/** Reads what `auto_explain` says, as `duration: 0.1 ms  plan:` and JSON. */
export function planOf(message: string): Plan {
  const ms = Number(/^duration: ([\d.]+) ms/.exec(message)?.[1])
  const { 'Query Text': text, Plan: plan } = told.parse(JSON.parse(message.slice(message.indexOf('{'))))
  const pages = plan['Shared Hit Blocks'] + plan['Shared Read Blocks']
  return { text: text.replace(/\s+/g, ' ').trim(), scans: scanned(plan), pages, ms }
}

function scanned(plan: Node): Scan[] {
  const { 'Actual Rows': kept = 0, 'Rows Removed by Filter': others = 0, 'Actual Loops': times = 1 } = plan
  const scan = { table: plan['Relation Name'] ?? '', rows: (kept + others) * times }
  return [...(plan['Node Type'] === 'Seq Scan' ? [scan] : []), ...(plan.Plans ?? []).flatMap(scanned)]
}
