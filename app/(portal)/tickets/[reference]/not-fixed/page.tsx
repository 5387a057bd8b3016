import { StillWrong } from '#app/(portal)/tickets/[reference]/still-wrong.tsx'
import { myTicketPage } from '#app/guarded.tsx'
import { noticeFrom } from '#app/notices.ts'
import { portalPath } from '#src/tickets/paths.ts'

export default myTicketPage('/tickets/[reference]/not-fixed', async ({ query, ...given }) => (
  <StillWrong
    {...given}
    notice={await noticeFrom(query)}
    trail={[{ href: '/tickets', words: 'My tickets' }]}
    path={portalPath(given.ticket.reference)}
  />
))
