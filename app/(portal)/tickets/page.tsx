import { AsOf } from '#app/as-of.tsx'
import { readerPage } from '#app/guarded.tsx'
import { noticeFrom } from '#app/notices.ts'
import { SearchForm } from '#app/search-form.tsx'
import { Shell } from '#app/shell.tsx'
import { db } from '#src/lib/db/client.ts'
import { pageVersion } from '#src/lib/http/page-version.ts'
import { inLanguage } from '#src/lib/language.ts'
import { deskZone } from '#src/lib/zone.ts'
import { portalPath } from '#src/tickets/paths.ts'
import { type MyTicket, myTickets } from '#src/tickets/portal-queries.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { statusWords } from '#src/tickets/status.ts'
import { StatusBadge } from '#src/ui/badge.tsx'
import { Empty } from '#src/ui/empty.tsx'
import { Moment } from '#src/ui/moment.tsx'
import { Pagination } from '#src/ui/pagination.tsx'
import { Cell, Row, RowHead, Table } from '#src/ui/table.tsx'

export default readerPage('/tickets', async ({ reader, query }) => {
  const { after } = await query
  const { tickets, next, first } = await myTickets(db, reader, after)
  const version = pageVersion(
    tickets.map(({ reference, status, lastPublicAt }) => [reference, status, lastPublicAt]),
  )
  const again = new URLSearchParams({ ...(typeof after === 'string' && { after }), since: version })
  return (
    <Shell
      reader={reader}
      title="My tickets – Holdfast"
      here="My tickets"
      notice={await noticeFrom(query, version)}
    >
      <div className="head">
        <div>
          <h1>My tickets</h1>
          <AsOf at={new Date()} version={version} again={`/tickets?${again}`} />
        </div>
        <p>
          <a className="button" href="/tickets/new">
            Open a ticket
          </a>
        </p>
      </div>
      <SearchForm action="/tickets/search" label="Search your tickets">
        <a href="/tickets/search">How to search</a>
      </SearchForm>
      {tickets.length > 0 ? (
        <Table
          caption="Your tickets, open ones first, then those with the newest message"
          columns={['Ticket', 'Status', 'Newest message']}
        >
          {tickets.map(ticket => (
            <TicketRow key={ticket.id} ticket={ticket} />
          ))}
        </Table>
      ) : (
        <Empty>
          <p>You have no tickets here. When you open one, you can follow it on this page.</p>
        </Empty>
      )}
      <Pagination
        label="Pages of your tickets"
        first={first ? undefined : { href: '/tickets', words: 'Back to the first page' }}
        next={next ? { href: `/tickets?after=${next}`, words: 'Older tickets' } : undefined}
      />
    </Shell>
  )
})

function TicketRow({ ticket }: { ticket: MyTicket }) {
  return (
    <Row>
      <RowHead>
        <a href={portalPath(ticket.reference)}>
          <bdi {...inLanguage(ticket.subjectLanguage)}>{ticket.subject}</bdi>{' '}
          <span className="ref">{formatReference(ticket.reference)}</span>
        </a>
      </RowHead>
      <Cell>
        <StatusBadge status={ticket.status} /> {statusWords[ticket.status].forCustomer}
      </Cell>
      <Cell label="Newest message">
        <Moment at={ticket.lastPublicAt} zone={deskZone()} />
      </Cell>
    </Row>
  )
}
