import type { tickets } from '#src/lib/db/tables/tickets.ts'

type Ticket = typeof tickets.$inferSelect

const statuses: Record<Ticket['status'], string> = {
  open: 'Open',
  pending: 'Pending',
  solved: 'Solved',
  closed: 'Closed',
}

const priorities: Record<Ticket['priority'], string> = {
  urgent: 'Urgent',
  high: 'High',
  normal: 'Normal',
  low: 'Low',
}

/** A ticket's status as a word; the look only repeats what the word says. `words` replaces the usual word. */
export function StatusBadge({ status, words }: { status: Ticket['status']; words?: string }) {
  return <span className={`badge ${status}`}>{words ?? statuses[status]}</span>
}

/** A ticket's priority as a word; the look only repeats what the word says. `words` replaces the usual word. */
export function PriorityBadge({ priority, words }: { priority: Ticket['priority']; words?: string }) {
  return <span className={`badge ${priority}`}>{words ?? priorities[priority]}</span>
}
