import { openTicket } from '#actions/tickets/open-ticket.ts'
import { readerPage } from '#app/guarded.tsx'
import { MessageLanguage } from '#app/message-language.tsx'
import { noticeFrom } from '#app/notices.ts'
import { PriorityChoices } from '#app/priority-choices.tsx'
import { Shell } from '#app/shell.tsx'
import { ComposerButtons } from '#src/ui/browser.tsx'
import { FileField } from '#src/ui/form/file-field.tsx'
import { SignedForm } from '#src/ui/form/signed-form.tsx'
import { TextArea } from '#src/ui/form/text-area.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'

export default readerPage('/tickets/new', async ({ reader, query }) => {
  return (
    <Shell
      reader={reader}
      trail={[{ href: '/tickets', words: 'My tickets' }]}
      here="Open a ticket"
      notice={await noticeFrom(query)}
    >
      <h1>Open a ticket</h1>
      <SignedForm
        name="tickets.open-ticket"
        action={openTicket}
        person={reader.userId}
        title="Open a ticket – Holdfast"
        values={{ priority: 'normal' }}
        writes="your new ticket"
      >
        <TextField
          name="subject"
          label="Subject"
          hint="A few words that say what it is about, such as “Ferry ticket charged twice”."
        />
        <TextArea
          name="body"
          label="What happened?"
          hint="Say what you did, what you expected and what came instead. Names, dates and numbers help us."
        />
        <MessageLanguage />
        <FileField />
        <PriorityChoices label="How urgent is it?" />
        <ComposerButtons send="Open the ticket" />
      </SignedForm>
    </Shell>
  )
})
