import { ask } from '#actions/tickets/ask.ts'
import { MessageLanguage } from '#app/message-language.tsx'
import { readable } from '#app/readable.tsx'
import { Shell } from '#app/shell.tsx'
import { currentReader } from '#src/lib/actor.ts'
import { EmptyField } from '#src/ui/form/empty-field.tsx'
import { SignedForm } from '#src/ui/form/signed-form.tsx'
import { TextArea } from '#src/ui/form/text-area.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'

export default readable('GET /ask', async () => {
  const reader = await currentReader()
  return (
    <Shell reader={reader} here="Open a ticket without an account">
      <h1>Open a ticket without an account</h1>
      {reader ? (
        <p>
          This form is for people without an account. You are signed in:{' '}
          <a href="/tickets/new">open a ticket of your own</a>.
        </p>
      ) : (
        <p>
          We send a mail with a link to your ticket. If you have an account,{' '}
          <a href="/sign-in?next=%2Ftickets%2Fnew">sign in</a>.
        </p>
      )}
      <SignedForm
        name="tickets.ask"
        action={ask}
        person={undefined}
        title="Open a ticket without an account – Holdfast"
      >
        <TextField name="name" label="Your name" hint="As we should call you." autoComplete="name" />
        <TextField
          name="email"
          label="Email address"
          hint="The link to your ticket and our answers go there."
          type="email"
          autoComplete="email"
          spellCheck={false}
        />
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
        <EmptyField name="website" />
        <div className="buttons">
          <button type="submit">Open the ticket</button>
        </div>
      </SignedForm>
      <ul className="ways">
        <li>
          <a href="/ask/link">Get the link to a ticket that you have opened</a>
        </li>
      </ul>
    </Shell>
  )
})
