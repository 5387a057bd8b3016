import { inLanguage } from '#src/lib/language.ts'
import { formatDeparture, formatShortMoment } from '#src/lib/time-words.ts'
import { deskZone } from '#src/lib/zone.ts'
import { dueWords } from '#src/sla/due-words.ts'
import type { DeskTicket } from '#src/tickets/desk-queries.ts'
import { deskPath } from '#src/tickets/paths.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { PriorityBadge, StatusBadge } from '#src/ui/badge.tsx'
import { Due } from '#src/ui/due.tsx'
import { Moment } from '#src/ui/moment.tsx'
import { Still } from '#src/ui/still.tsx'
import { SummaryList } from '#src/ui/summary-list.tsx'
import { Needs } from './needs.tsx'

/** What an agent must know of a ticket beside its thread, each with the way to change it. */
export function Facts({ found, now }: { found: DeskTicket; now: Date }) {
  const { ticket, requester, otherTickets, guests } = found
  const path = deskPath(ticket.reference)
  return (
    <Still tag="div">
      <section>
        <h2>State</h2>
        <SummaryList
          rows={[
            {
              term: 'Status',
              detail: <StatusBadge status={ticket.status} />,
              change: { href: `${path}/status`, words: 'Change the status' },
            },
            {
              term: 'Priority',
              detail: <PriorityBadge priority={ticket.priority} />,
              change: { href: `${path}/priority`, words: 'Change the priority' },
            },
            {
              term: 'Assignee',
              detail: <bdi>{found.assignee ?? 'Nobody'}</bdi>,
              change: { href: `${path}/assign`, words: 'Change the assignee or team' },
            },
            { term: 'Team', detail: found.teamName ?? 'None' },
            { term: 'Opened', detail: <Moment at={ticket.createdAt} zone={deskZone()} short /> },
            ...(found.hasFoldedMail
              ? [
                  {
                    term: 'By mail',
                    detail: 'Quotes are folded away',
                    change: { href: `${path}/folded`, words: 'See what was folded' },
                  },
                ]
              : []),
          ]}
        />
      </section>
      <section>
        <h2>Clocks</h2>
        <SummaryList rows={clockRows(ticket, now)} />
      </section>
      <section>
        <h2>Requester</h2>
        <p>
          <bdi>{requester.name}</bdi>
        </p>
        <p>
          <a href={`mailto:${requester.email}`}>{requester.email}</a>
        </p>
        {guests.isUnproven && (
          <p>
            This came by the form for everybody, and nobody has shown yet that the address is theirs. Somebody
            else may have given it.
          </p>
        )}
        {guests.openLinks > 0 && (
          <p>
            Reads this ticket by a mailed link. <a href={`${path}/links`}>End the mailed links</a>
          </p>
        )}
        <Needs told={found.needs} level="h3" />
        {otherTickets.length > 0 && (
          <>
            <h3>Other tickets of this requester</h3>
            <ul>
              {otherTickets.map(other => (
                <li key={other.reference}>
                  <a href={deskPath(other.reference)}>
                    <bdi {...inLanguage(other.subjectLanguage)}>{other.subject}</bdi>{' '}
                    <span className="ref">{formatReference(other.reference)}</span>
                  </a>{' '}
                  <StatusBadge status={other.status} />
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </Still>
  )
}

function clockRows(ticket: DeskTicket['ticket'], now: Date) {
  const line = (at: Date | null, clock: Parameters<typeof dueWords>[2], otherwise: string) =>
    at ? (
      <Due
        at={at}
        hour={formatDeparture(at, now, deskZone())}
        words={dueWords(at, now, clock)}
        late={at < now}
        clock={clock}
      />
    ) : (
      otherwise
    )
  const first = ticket.firstResponseAt
    ? `Given on ${formatShortMoment(ticket.firstResponseAt, deskZone())}`
    : 'No target is set'
  const resolution =
    ticket.status === 'pending' ? 'Stands still while we wait for the customer' : 'Nothing is owed'
  return [
    { term: 'First reply', detail: line(ticket.firstResponseDueAt, 'first-response', first) },
    { term: 'Next reply', detail: line(ticket.nextReplyDueAt, 'next-reply', 'Nothing is owed') },
    { term: 'Solution', detail: line(ticket.resolveDueAt, 'resolution', resolution) },
  ]
}
