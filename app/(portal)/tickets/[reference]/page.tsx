import { reply } from '#actions/tickets/reply.ts'
import { AsOf } from '#app/as-of.tsx'
import { myTicketPage } from '#app/guarded.tsx'
import { MessageLanguage } from '#app/message-language.tsx'
import { noticeFrom } from '#app/notices.ts'
import { Shell } from '#app/shell.tsx'
import { pageVersion } from '#src/lib/http/page-version.ts'
import { inLanguage } from '#src/lib/language.ts'
import { lastLanguageOf } from '#src/tickets/last-language.ts'
import { portalPath } from '#src/tickets/paths.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { ComposerButtons } from '#src/ui/browser.tsx'
import { LookButton } from '#src/ui/form/look-button.tsx'
import { SignedForm } from '#src/ui/form/signed-form.tsx'
import { TextArea } from '#src/ui/form/text-area.tsx'
import { PublicThread } from './public-thread.tsx'
import { Relatives } from './relatives.tsx'
import { TicketStanding } from './ticket-standing.tsx'

export default myTicketPage('/tickets/[reference]', async ({ reader, ticket, query }) => {
  const before = lastLanguageOf(ticket.messages, reader)
  const shown = formatReference(ticket.reference)
  const now = new Date()
  const version = pageVersion([ticket.status, ticket.messages.length])
  return (
    <Shell
      reader={reader}
      trail={[{ href: '/tickets', words: 'My tickets' }]}
      here={`Ticket ${shown}`}
      notice={await noticeFrom(query, version)}
    >
      <h1>
        <bdi {...inLanguage(ticket.subjectLanguage)}>{ticket.subject}</bdi>
      </h1>
      <p>
        Ticket <span className="ref">{shown}</span>
      </p>
      <AsOf at={now} version={version} />
      <TicketStanding ticket={ticket} now={now} />
      <Relatives {...ticket.relatives} />
      <PublicThread ticket={ticket} reader={reader} />
      <section className="compose">
        <h2>{ticket.status === 'closed' ? 'Go on with this in a new ticket' : 'Write to us'}</h2>
        <SignedForm
          name="tickets.reply"
          action={reply}
          person={reader.userId}
          title={`${ticket.subject} – Ticket ${shown} – Holdfast`}
          hidden={{ reference: ticket.reference, shown: version }}
          values={{ language: before }}
          writes="your message"
        >
          <TextArea
            name="body"
            label="Your message"
            hint={
              ticket.status === 'closed'
                ? 'This ticket is closed and stays as it is. Your message opens a new one that follows it.'
                : 'Answer a question, add what you forgot, or ask how it stands.'
            }
          />
          <MessageLanguage before={before} />
          <ComposerButtons send="Send the message" />
          <LookButton />
        </SignedForm>
        {ticket.status !== 'closed' && (
          <ul className="ways">
            <li>
              <a href={`${portalPath(ticket.reference)}/fixed`}>This is fixed</a>
            </li>
            {ticket.status !== 'open' && (
              <li>
                <a href={`${portalPath(ticket.reference)}/not-fixed`}>This is not fixed</a>
              </li>
            )}
          </ul>
        )}
      </section>
    </Shell>
  )
})
