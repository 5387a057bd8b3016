import { myTicketPage } from '#app/guarded.tsx'
import { noticeFrom } from '#app/notices.ts'
import { Shell } from '#app/shell.tsx'
import { pageVersion } from '#src/lib/http/page-version.ts'
import { portalPath } from '#src/tickets/paths.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { Talk } from './talk.tsx'

export default myTicketPage('/tickets/[reference]', async ({ reader, ticket, query }) => {
  const version = pageVersion([ticket.status, ticket.messages.length])
  return (
    <Shell
      reader={reader}
      trail={[{ href: '/tickets', words: 'My tickets' }]}
      here={`Ticket ${formatReference(ticket.reference)}`}
      notice={await noticeFrom(query, version)}
    >
      <Talk ticket={ticket} reader={reader} version={version} path={portalPath(ticket.reference)} />
    </Shell>
  )
})
