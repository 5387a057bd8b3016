import { asc, desc } from 'drizzle-orm'
import { tickets } from '#src/lib/db/tables/tickets.ts'

const columns = [
  tickets.statusRank,
  tickets.queueDueAt,
  tickets.priorityRank,
  tickets.createdAt,
  tickets.id,
] as const

/** The order of every queue: what is late, then the nearest due time, then priority, then age. Pending and solved sink. */
export const queueOrder = columns.map(column => asc(column))
/** The same from its end. */
export const queueOrderBack = columns.map(column => desc(column))
