import { z } from 'zod'

type Node = { 'Node Type': string; 'Relation Name'?: string; Plans?: Node[] }

const node: z.ZodType<Node> = z.lazy(() =>
  z.object({
    'Node Type': z.string(),
    'Relation Name': z.string().optional(),
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

/** What a statement did: the tables that it read from end to end, how many pages of 8 kB it looked at, and how long. */
export type Plan = { text: string; wholly: string[]; pages: number; ms: number }

/** Reads what `auto_explain` says, as `duration: 0.1 ms  plan:` and JSON. */
export function planOf(message: string): Plan {
  const ms = Number(/^duration: ([\d.]+) ms/.exec(message)?.[1])
  const { 'Query Text': text, Plan: plan } = told.parse(JSON.parse(message.slice(message.indexOf('{'))))
  const pages = plan['Shared Hit Blocks'] + plan['Shared Read Blocks']
  return { text: text.replace(/\s+/g, ' ').trim(), wholly: [...new Set(scanned(plan))], pages, ms }
}

function scanned(plan: Node): string[] {
  const own = plan['Node Type'] === 'Seq Scan' ? [plan['Relation Name'] ?? ''] : []
  return [...own, ...(plan.Plans ?? []).flatMap(scanned)]
}
