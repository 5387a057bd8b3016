import type { Plan } from './plan.ts'

/** What stays small for as long as a desk is open. Every other table grows with it. */
const small = ['agents', 'teams', 'sla_policies', 'search_stemmers', 'search_backlog', '__drizzle_migrations']

/** So many pages of 8 kB a statement may look at, whatever the desk has. */
const mostPages = 2500

type Exception = { statement: RegExp; pages: number; because: string }

const exceptions: Exception[] = [
  {
    statement: /^with asked as materialized/,
    pages: 60_000,
    because: 'a search ranks up to 5,000 messages, each by its document and its ticket (decision 23)',
  },
]

/** Whether a table is read from end to end without harm. `rows` are the rows of each table, by its name. */
type Size = { rows: Map<string, number>; isForced: boolean }

/**
 * What is wrong with a plan, in sentences. Where sequential scans were made dear (`isForced`), one that is left has no
 * index that would do, so that no table is too small to tell; else a table may be read whole while it has few rows.
 */
export function faultsOf({ text, wholly, pages }: Plan, { rows, isForced }: Size): string[] {
  const exception = exceptions.find(({ statement }) => statement.test(text))
  const most = exception?.pages ?? mostPages
  const large = wholly.filter(table => !small.includes(table) && (isForced || (rows.get(table) ?? 0) > 2000))
  return [
    ...large.map(table => `reads ${table} from end to end`),
    ...(pages > most ? [`looks at ${pages} pages, and may look at ${most}`] : []),
  ]
}
