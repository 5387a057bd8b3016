import type { Plan } from './plan.ts'

/** What stays small for as long as a desk is open. Every other table grows with it. */
const small = [
  'agents',
  'teams',
  'sla_policies',
  'search_stemmers',
  'search_backlog',
  'mailboxes',
  '__drizzle_migrations',
]

/** So many rows of a table that grows may be read without an index: a first thousand of it, or all of a small one. */
const mostRows = 2500

/** So many pages of 8 kB a statement may look at, whatever the desk has: a thousand tickets, and who asked for each. */
const mostPages = 10_000

type Exception = { statement: RegExp; pages: number; because: string }

const exceptions: Exception[] = [
  {
    statement: /^with asked as materialized/,
    pages: 30_000,
    because: 'a search looks at 1,000 messages, their tickets, and what must not stand there (decision 23)',
  },
  {
    statement: /^select due\.id from/,
    pages: 400_000,
    because: 'the worker looks at the history of each ticket that is late today, whatever came before',
  },
]

/**
 * What is wrong with a plan, in sentences. Where sequential scans were made dear (`isForced`), one that is left has no
 * index that would do, so that no table is too small to tell.
 */
export function faultsOf({ text, scans, pages }: Plan, isForced: boolean): string[] {
  const exception = exceptions.find(({ statement }) => statement.test(text))
  const most = exception?.pages ?? mostPages
  const wrong = scans.filter(({ table, rows }) => !small.includes(table) && (isForced || rows > mostRows))
  return [
    ...new Set(wrong.map(({ table }) => `reads ${table} without an index`)),
    ...(pages > most ? [`looks at ${pages} pages, and may look at ${most}`] : []),
  ]
}
