import { DueLine } from '#app/due-line.tsx'
import type { MyTicketPage } from '#src/tickets/portal-queries.ts'
import { statusWords } from '#src/tickets/status.ts'
import { StatusBadge } from '#src/ui/badge.tsx'
import { Standing } from '#src/ui/standing.tsx'

const nextSteps = {
  unanswered: 'Somebody from our team reads your ticket and answers here and by mail.',
  open: 'We go on working on it and answer here and by mail.',
  pending: 'Read our answer below. Write back, or tell us whether this is fixed.',
  solved: 'If it is fixed you need do nothing: the ticket closes by itself after a few days.',
  closed: 'Nothing more happens here. Your message would open a new ticket.',
}

/** Where a ticket stands for its requester: the status in words, what happens next and by when. */
export function TicketStanding({ ticket, now }: { ticket: MyTicketPage; now: Date }) {
  const { status, firstResponseAt } = ticket
  return (
    <Standing
      badge={<StatusBadge status={status} />}
      words={statusWords[status].forCustomer}
      next={nextSteps[status === 'open' && firstResponseAt === null ? 'unanswered' : status]}
      due={<DueLine ticket={ticket} now={now} />}
    />
  )
}
