import { reportNotFixed } from '#actions/tickets/report-not-fixed.ts'
import { MessageLanguage } from '#app/message-language.tsx'
import { Shell } from '#app/shell.tsx'
import type { Actor } from '#src/lib/actor.ts'
import { inLanguage } from '#src/lib/language.ts'
import { lastLanguageOf } from '#src/tickets/last-language.ts'
import type { MyTicketPage } from '#src/tickets/portal-queries.ts'
import { formatReference } from '#src/tickets/reference.ts'
import type { Crumb } from '#src/ui/breadcrumbs.tsx'
import { ComposerButtons } from '#src/ui/browser.tsx'
import { FileField } from '#src/ui/form/file-field.tsx'
import { SignedForm } from '#src/ui/form/signed-form.tsx'
import { TextArea } from '#src/ui/form/text-area.tsx'

type Props = {
  ticket: MyTicketPage
  reader: Actor
  trail: Crumb[]
  notice: string | undefined
  /** Where the ticket is. */
  path: string
  /** The key of the link by which a guest came; undefined for somebody who is signed in. */
  link?: string
}

/** The page on which a requester says what is still wrong. */
export function StillWrong({ ticket, reader, trail, notice, path, link }: Props) {
  const before = lastLanguageOf(ticket.messages, reader)
  const shown = formatReference(ticket.reference)
  return (
    <Shell
      reader={link === undefined ? reader : null}
      trail={[...trail, { href: path, words: `Ticket ${shown}` }]}
      here="This is not fixed"
      notice={notice}
    >
      <h1>What is still wrong?</h1>
      <p>
        Ticket {shown}: <bdi {...inLanguage(ticket.subjectLanguage)}>{ticket.subject}</bdi>
      </p>
      <SignedForm
        name="tickets.report-not-fixed"
        action={reportNotFixed}
        person={reader.userId}
        link={link}
        title={`What is still wrong? – Ticket ${shown} – Holdfast`}
        hidden={{ reference: ticket.reference }}
        values={{ language: before }}
        writes="your message"
      >
        <TextArea name="body" label="What is still wrong?" hint="Say what you tried and what you see now." />
        <MessageLanguage before={before} />
        <FileField />
        <ComposerButtons send="Send, it is not fixed">
          <a href={path}>Back to the ticket</a>
        </ComposerButtons>
      </SignedForm>
    </Shell>
  )
}
