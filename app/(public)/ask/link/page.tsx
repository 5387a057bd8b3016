import { sendLink } from '#actions/tickets/send-link.ts'
import { noticeFrom } from '#app/notices.ts'
import { type PageProps, readable } from '#app/readable.tsx'
import { Shell } from '#app/shell.tsx'
import { currentReader } from '#src/lib/actor.ts'
import { SignedForm } from '#src/ui/form/signed-form.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'

const heading = 'Get the link to your ticket'

export default readable('GET /ask/link', async ({ searchParams }: PageProps) => (
  <Shell
    reader={await currentReader()}
    trail={[{ href: '/ask', words: 'Open a ticket without an account' }]}
    here={heading}
    notice={await noticeFrom(searchParams)}
  >
    <h1>{heading}</h1>
    <p>We send it by mail, to the address with which the ticket was opened.</p>
    <SignedForm name="tickets.send-link" action={sendLink} person={undefined} title={`${heading} – Holdfast`}>
      <TextField
        name="ticket"
        label="Reference of the ticket"
        hint="Two groups of four letters and numbers, such as K7M2-9QXD. It stands in our mails."
        spellCheck={false}
      />
      <TextField name="email" label="Email address" type="email" autoComplete="email" spellCheck={false} />
      <div className="buttons">
        <button type="submit">Send me the link</button>
      </div>
    </SignedForm>
  </Shell>
))
