import { reportNotFixed } from '#actions/tickets/report-not-fixed.ts'
import { myTicketPage } from '#app/guarded.tsx'
import { MessageLanguage } from '#app/message-language.tsx'
import { noticeFrom } from '#app/notices.ts'
import { Shell } from '#app/shell.tsx'
import { inLanguage } from '#src/lib/language.ts'
import { lastLanguageOf } from '#src/tickets/last-language.ts'
import { portalPath } from '#src/tickets/paths.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { ComposerButtons } from '#src/ui/browser.tsx'
import { SignedForm } from '#src/ui/form/signed-form.tsx'
import { TextArea } from '#src/ui/form/text-area.tsx'

export default myTicketPage('/tickets/[reference]/not-fixed', async ({ reader, ticket, query }) => {
  const before = lastLanguageOf(ticket.messages, reader)
  const shown = formatReference(ticket.reference)
  return (
    <Shell
      reader={reader}
      trail={[
        { href: '/tickets', words: 'My tickets' },
        { href: portalPath(ticket.reference), words: `Ticket ${shown}` },
      ]}
      here="This is not fixed"
      notice={await noticeFrom(query)}
    >
      <h1>What is still wrong?</h1>
      <p>
        Ticket {shown}: <bdi {...inLanguage(ticket.subjectLanguage)}>{ticket.subject}</bdi>
      </p>
      <SignedForm
        name="tickets.report-not-fixed"
        action={reportNotFixed}
        person={reader.userId}
        title={`What is still wrong? – Ticket ${shown} – Holdfast`}
        hidden={{ reference: ticket.reference }}
        values={{ language: before }}
        writes="your message"
      >
        <TextArea name="body" label="What is still wrong?" hint="Say what you tried and what you see now." />
        <MessageLanguage before={before} />
        <ComposerButtons send="Send, it is not fixed">
          <a href={portalPath(ticket.reference)}>Back to the ticket</a>
        </ComposerButtons>
      </SignedForm>
    </Shell>
  )
})
