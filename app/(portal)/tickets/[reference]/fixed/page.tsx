import { confirmFixed } from '#actions/tickets/confirm-fixed.ts'
import { myTicketPage } from '#app/guarded.tsx'
import { Shell } from '#app/shell.tsx'
import { portalPath } from '#src/tickets/paths.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { SignedForm } from '#src/ui/form/signed-form.tsx'

export default myTicketPage('/tickets/[reference]/fixed', ({ reader, ticket }) => {
  const shown = formatReference(ticket.reference)
  return (
    <Shell
      reader={reader}
      trail={[
        { href: '/tickets', words: 'My tickets' },
        { href: portalPath(ticket.reference), words: `Ticket ${shown}` },
      ]}
      here="This is fixed"
    >
      <h1>Is this fixed?</h1>
      <p>
        Ticket {shown}: <bdi>{ticket.subject}</bdi>
      </p>
      <p>
        {ticket.status === 'solved'
          ? 'The ticket is then closed. If something comes up later, you can open a new ticket that follows it.'
          : 'The ticket is then solved. You can still write to us if it comes back.'}
      </p>
      <SignedForm
        name="tickets.confirm-fixed"
        action={confirmFixed}
        person={reader.userId}
        title={`Is this fixed? – Ticket ${shown} – Holdfast`}
        hidden={{ reference: ticket.reference }}
      >
        <div className="buttons">
          <button type="submit">Yes, this is fixed</button>
          <a href={portalPath(ticket.reference)}>Back to the ticket</a>
        </div>
      </SignedForm>
    </Shell>
  )
})
