import { asc } from 'drizzle-orm'
import { tickets } from '#src/lib/db/tables/tickets.ts'

/** The order of every queue: what is late, then the nearest due time, then priority, then age. Pending and solved sink. */
export const queueOrder = [
  asc(tickets.statusRank),
  asc(tickets.queueDueAt),
  asc(tickets.priorityRank),
  asc(tickets.createdAt),
  asc(tickets.id),
]
