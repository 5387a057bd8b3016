import { confirmFixed } from '#actions/tickets/confirm-fixed.ts'
import { answersAForm } from '#app/notices.ts'
import { Shell } from '#app/shell.tsx'
import type { Actor } from '#src/lib/actor.ts'
import { inLanguage } from '#src/lib/language.ts'
import type { MyTicketPage } from '#src/tickets/portal-queries.ts'
import { formatReference } from '#src/tickets/reference.ts'
import type { Status } from '#src/tickets/status.ts'
import type { Crumb } from '#src/ui/breadcrumbs.tsx'
import { SignedForm } from '#src/ui/form/signed-form.tsx'

type Props = {
  ticket: MyTicketPage
  reader: Actor
  trail: Crumb[]
  /** Where the ticket is. */
  path: string
  /** The key of the link by which a guest came; undefined for somebody who is signed in. */
  link?: string
}

/** The page on which a requester says that it is fixed. */
export function FixedQuestion({ ticket, reader, trail, path, link }: Props) {
  const shown = formatReference(ticket.reference)
  const title = `Is this fixed? – Ticket ${shown} – Holdfast`
  const isClosed = ticket.status === 'closed'
  const wayBack = <a href={path}>Back to the ticket</a>
  const hasForm = !isClosed || answersAForm()
  return (
    <Shell
      reader={link === undefined ? reader : null}
      title={hasForm ? undefined : title}
      trail={[...trail, { href: path, words: `Ticket ${shown}` }]}
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
          link={link}
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
}

const solves = 'The ticket is then solved. You can still write to us if it comes back.'
const whatThen: Record<Status, string> = {
  open: solves,
  pending: solves,
  solved:
    'The ticket is then closed. If something comes up later, you can open a new ticket that follows it.',
  closed: 'This ticket is closed. There is nothing left to do here.',
}
