import { revokeLinks } from '#actions/tickets/revoke-links.ts'
import { FieldPage } from '#app/(desk)/desk/tickets/[reference]/field-page.tsx'
import { deskTicketPage } from '#app/guarded.tsx'

export default deskTicketPage('/desk/tickets/[reference]/links', ({ agent, ticket: found, query }) => (
  <FieldPage
    {...{ agent, query, found }}
    heading="End the mailed links"
    name="tickets.revoke-links"
    action={revokeLinks}
    send="End the links"
  >
    <p>{linksWords(found.guests.openLinks)}</p>
    <p>
      Ended links open nothing any more, wherever they were passed on to. The next mail to the requester
      brings a new one.
    </p>
  </FieldPage>
))

function linksWords(open: number): string {
  if (open === 0) return 'No link opens this ticket without a password now.'
  if (open === 1) return 'One link opens this ticket without a password now. It came with our mail.'
  return `${open} links open this ticket without a password now. They came with our mails.`
}
