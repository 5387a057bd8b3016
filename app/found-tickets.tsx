import { inLanguage } from '#src/lib/language.ts'
import { deskZone } from '#src/lib/zone.ts'
import type { Found } from '#src/tickets/found.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { contextOf, markedIn } from '#src/tickets/search-context.ts'
import { StatusBadge } from '#src/ui/badge.tsx'
import { Empty } from '#src/ui/empty.tsx'
import { Marked } from '#src/ui/marked.tsx'
import { Moment } from '#src/ui/moment.tsx'
import { Pagination } from '#src/ui/pagination.tsx'
import { Still } from '#src/ui/still.tsx'

type FoundTicketsProps = {
  found: Found & { alike: boolean }
  typed: string
  /** The address of the search, and where a ticket is read. */
  action: string
  pathOf: (reference: string) => string
}

/** The tickets that a search found, the likeliest and newest first, each with a line of what fits. */
export function FoundTickets({ found, typed, action, pathOf }: FoundTicketsProps) {
  const address = (q: string, after?: string) =>
    `${action}?${new URLSearchParams({ q, ...(after && { after }) })}`
  if (found.rows.length === 0)
    return (
      <Empty>
        {found.older ? (
          <p>
            Nothing was found. The search went back to <Moment at={found.older} />.{' '}
            <a href={address(beforeThen(typed, found.older))}>Search what is older</a>
          </p>
        ) : (
          <p>Nothing was found. Try fewer words, or another form of them.</p>
        )}
      </Empty>
    )
  return (
    <section>
      <h2>{countOf(found)}</h2>
      {found.alike && <p>Nothing holds exactly these words. These tickets hold words like them.</p>}
      <Still tag="ol" className="found">
        {found.rows.map(row => (
          <li key={row.id}>
            <h3>
              <a href={pathOf(row.reference)}>
                <bdi {...inLanguage(row.subjectLanguage)}>
                  <Marked pieces={markedIn(row.subject, found.lexemes)} />
                </bdi>{' '}
                <span className="ref">{formatReference(row.reference)}</span>
              </a>
            </h3>
            {row.body !== null && (
              <p dir="auto" {...inLanguage(row.language)}>
                <Marked pieces={contextOf(row.body, found.lexemes)} />
              </p>
            )}
            <p>
              <StatusBadge status={row.status} />,{' '}
              {row.internal && (
                <>
                  <strong>Internal note</strong>,{' '}
                </>
              )}
              {row.requester && (
                <>
                  <bdi>
                    <Marked pieces={markedIn(row.requester, found.lexemes)} />
                  </bdi>
                  ,{' '}
                </>
              )}
              <Moment at={row.written ?? row.opened} zone={deskZone()} short />
            </p>
          </li>
        ))}
      </Still>
      {found.older && (
        <p>
          The search went back to <Moment at={found.older} />.{' '}
          <a href={address(beforeThen(typed, found.older))}>Search what is older</a>
        </p>
      )}
      <Pagination
        label="Pages of what was found"
        first={found.first ? undefined : { href: address(typed), words: 'Back to the first page' }}
        next={found.next ? { href: address(typed, found.next), words: 'Next tickets found' } : undefined}
      />
    </section>
  )
}

// A count that goes on for ever helps nobody, and costs as much.
function countOf({ found, isMore }: Found): string {
  if (found === 1 && !isMore) return '1 ticket found'
  const figure = Math.min(found, 1000).toLocaleString('en-GB')
  return `${figure}${isMore || found > 1000 ? '+' : ''} tickets found`
}

function beforeThen(typed: string, older: Date): string {
  const minute = older.toISOString().slice(0, 16)
  return `${typed.replace(/(^|\s)before:\S*/gi, ' ').trim()} before:${minute}`.trim()
}
