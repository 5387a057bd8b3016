import { FixedQuestion } from '#app/(portal)/tickets/[reference]/fixed-question.tsx'
import { myTicketPage } from '#app/guarded.tsx'
import { portalPath } from '#src/tickets/paths.ts'

export default myTicketPage('/tickets/[reference]/fixed', given => (
  <FixedQuestion
    {...given}
    trail={[{ href: '/tickets', words: 'My tickets' }]}
    path={portalPath(given.ticket.reference)}
  />
))
