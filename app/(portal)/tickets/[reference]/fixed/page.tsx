import { confirmFixed } from '#actions/tickets/confirm-fixed.ts'
import { myTicketPage } from '#app/guarded.tsx'
import { answersAForm } from '#app/notices.ts'
import { Shell } from '#app/shell.tsx'
import { inLanguage } from '#src/lib/language.ts'
import { portalPath } from '#src/tickets/paths.ts'
import { formatReference } from '#src/tickets/reference.ts'
import type { Status } from '#src/tickets/status.ts'
import { SignedForm } from '#src/ui/form/signed-form.tsx'

export default myTicketPage('/tickets/[reference]/fixed', ({ reader, ticket }) => {
  const shown = formatReference(ticket.reference)
  const title = `Is this fixed? – Ticket ${shown} – Holdfast`
  const isClosed = ticket.status === 'closed'
  const wayBack = <a href={portalPath(ticket.reference)}>Back to the ticket</a>
  const hasForm = !isClosed || answersAForm()
  return (
    <Shell
      reader={reader}
      title={hasForm ? undefined : title}
      trail={[
        { href: '/tickets', words: 'My tickets' },
        { href: portalPath(ticket.reference), words: `Ticket ${shown}` },
      ]}
      here="This is fixed"
    >
      <h1>Is this fixed?</h1>
      <p>
        Ticket {shown}: <bdi {...inLanguage(ticket.subjectLanguage)}>{ticket.subject}</bdi>
      </p>
      <p>{whatThen[ticket.status]}</p>
      {hasForm ? (
        <SignedForm
          name="tickets.confirm-fixed"
          action={confirmFixed}
          person={reader.userId}
          title={title}
          hidden={{ reference: ticket.reference }}
        >
          <div className="buttons">
            {!isClosed && <button type="submit">Yes, this is fixed</button>}
            {wayBack}
          </div>
        </SignedForm>
      ) : (
        <p>{wayBack}</p>
      )}
    </Shell>
  )
})

const solves = 'The ticket is then solved. You can still write to us if it comes back.'
const whatThen: Record<Status, string> = {
  open: solves,
  pending: solves,
  solved:
    'The ticket is then closed. If something comes up later, you can open a new ticket that follows it.',
  closed: 'This ticket is closed. There is nothing left to do here.',
}
