import { inLanguage } from '#src/lib/language.ts'
import { portalPath } from '#src/tickets/paths.ts'
import type { MyTicketPage } from '#src/tickets/portal-queries.ts'
import { formatReference } from '#src/tickets/reference.ts'

/** The tickets that this one follows, or that go on with it. */
export function Relatives({ before, after }: MyTicketPage['relatives']) {
  if (before.length + after.length === 0) return null
  return (
    <ul className="ways">
      {before.map(ticket => (
        <li key={ticket.reference}>
          <a href={portalPath(ticket.reference)}>
            Follows ticket {formatReference(ticket.reference)}:{' '}
            <bdi {...inLanguage(ticket.subjectLanguage)}>{ticket.subject}</bdi>
          </a>
        </li>
      ))}
      {after.map(ticket => (
        <li key={ticket.reference}>
          <a href={portalPath(ticket.reference)}>
            Goes on in ticket {formatReference(ticket.reference)}:{' '}
            <bdi {...inLanguage(ticket.subjectLanguage)}>{ticket.subject}</bdi>
          </a>
        </li>
      ))}
    </ul>
  )
}
