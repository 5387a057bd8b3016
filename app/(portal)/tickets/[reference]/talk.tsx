import { reply } from '#actions/tickets/reply.ts'
import { AsOf } from '#app/as-of.tsx'
import { MessageLanguage } from '#app/message-language.tsx'
import type { Actor } from '#src/lib/actor.ts'
import { inLanguage } from '#src/lib/language.ts'
import { lastLanguageOf } from '#src/tickets/last-language.ts'
import type { MyTicketPage } from '#src/tickets/portal-queries.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { ComposerButtons } from '#src/ui/browser.tsx'
import { FileField } from '#src/ui/form/file-field.tsx'
import { SignedForm } from '#src/ui/form/signed-form.tsx'
import { TextArea } from '#src/ui/form/text-area.tsx'
import { PublicThread } from './public-thread.tsx'
import { Relatives } from './relatives.tsx'
import { TicketStanding } from './ticket-standing.tsx'

type TalkProps = {
  ticket: MyTicketPage
  reader: Actor
  version: string
  /** Where its pages are. */
  path: string
  /** The key of the link by which a guest came; undefined for somebody who is signed in. */
  link?: string
}

/** A ticket as its requester reads it, with the form to write to us. */
export function Talk({ ticket, reader, version, path, link }: TalkProps) {
  const before = lastLanguageOf(ticket.messages, reader)
  const shown = formatReference(ticket.reference)
  const now = new Date()
  const isClosed = ticket.status === 'closed'
  return (
    <>
      <h1>
        <bdi {...inLanguage(ticket.subjectLanguage)}>{ticket.subject}</bdi>
      </h1>
      <p>
        Ticket <span className="ref">{shown}</span>
      </p>
      <AsOf at={now} version={version} />
      <TicketStanding ticket={ticket} now={now} />
      <Relatives {...ticket.relatives} />
      <PublicThread ticket={ticket} reader={reader} link={link} />
      <section className="compose">
        <h2>{isClosed ? 'Go on with this in a new ticket' : 'Write to us'}</h2>
        <SignedForm
          name="tickets.reply"
          action={reply}
          person={reader.userId}
          link={link}
          title={`${ticket.subject} – Your ticket ${shown} – Holdfast`}
          hidden={{ reference: ticket.reference, shown: version }}
          values={{ language: before }}
          writes="your message"
        >
          <TextArea
            name="body"
            label="Your message"
            hint={
              isClosed
                ? 'This ticket is closed and stays as it is. Your message opens a new one that follows it.'
                : 'Answer a question, add what you forgot, or ask how it stands.'
            }
          />
          <MessageLanguage before={before} />
          <FileField />
          <ComposerButtons send="Send the message" look />
        </SignedForm>
        {!isClosed && (
          <ul className="ways">
            <li>
              <a href={`${path}/fixed`}>This is fixed</a>
            </li>
            {ticket.status !== 'open' && (
              <li>
                <a href={`${path}/not-fixed`}>This is not fixed</a>
              </li>
            )}
          </ul>
        )}
      </section>
    </>
  )
}
