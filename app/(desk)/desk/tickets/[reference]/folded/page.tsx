import { agentPage } from '#app/guarded.tsx'
import { NoSuchPage } from '#app/readable.tsx'
import { Shell } from '#app/shell.tsx'
import { foldedFrom } from '#src/inbound/queries.ts'
import { db } from '#src/lib/db/client.ts'
import { deskZone } from '#src/lib/zone.ts'
import { deskTicket } from '#src/tickets/desk-queries.ts'
import { deskPath } from '#src/tickets/paths.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { Empty } from '#src/ui/empty.tsx'
import { Moment } from '#src/ui/moment.tsx'

/** Earlier mails and signatures that came below what somebody wrote, and are not shown on the ticket. */
export default agentPage('/desk/tickets/[reference]/folded', async ({ agent, params }) => {
  const typed = params.reference ?? ''
  const [found, mails] = await Promise.all([deskTicket(db, agent, typed), foldedFrom(db, agent, typed)])
  if (!found) return <NoSuchPage reader={agent} />
  const { ticket } = found
  const shown = formatReference(ticket.reference)
  return (
    <Shell
      reader={agent}
      title={`What was folded away – Ticket ${shown} – Holdfast`}
      trail={[
        { href: '/desk', words: 'The desk' },
        { href: deskPath(ticket.reference), words: `Ticket ${shown}` },
      ]}
      here="What was folded away"
    >
      <h1>What was folded away</h1>
      <p>
        Earlier mails and signatures that came below the messages of the ticket{' '}
        <span className="ref">{shown}</span>. The customer never sees this page.
      </p>
      {mails.length === 0 && (
        <Empty>
          <p>No mail of this ticket brought more than its message.</p>
        </Empty>
      )}
      {mails.map(mail => (
        <section key={mail.id}>
          <h2>
            <bdi>{mail.subject}</bdi>
          </h2>
          <p>
            From <bdi>{mail.fromAddress}</bdi>, <Moment at={mail.receivedAt} zone={deskZone()} />
          </p>
          <pre dir="auto">{mail.folded}</pre>
        </section>
      ))}
    </Shell>
  )
})
