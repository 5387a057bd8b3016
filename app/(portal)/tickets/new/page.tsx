import { redirect } from 'next/navigation'
import { open } from '#actions/tickets/open.ts'
import { readable } from '#app/readable.tsx'
import { Shell } from '#app/shell.tsx'
import { currentReader } from '#src/lib/actor.ts'
import { priorities, priorityWords } from '#src/tickets/status.ts'
import { Choices } from '#src/ui/form/choices.tsx'
import { SignedForm } from '#src/ui/form/signed-form.tsx'
import { TextArea } from '#src/ui/form/text-area.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'

export default readable('GET /tickets/new', async () => {
  const reader = await currentReader()
  if (!reader) redirect('/sign-in?next=/tickets/new')
  return (
    <Shell reader={reader} trail={[{ href: '/tickets', words: 'My tickets' }]} here="Open a ticket">
      <h1>Open a ticket</h1>
      <SignedForm
        name="tickets.open"
        action={open}
        person={reader.userId}
        title="Open a ticket – Holdfast"
        values={{ priority: 'normal' }}
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
        <Choices
          name="priority"
          label="How urgent is it?"
          choices={priorities.map(priority => ({
            value: priority,
            label: priorityWords[priority].name,
            hint: priorityWords[priority].meaning,
          }))}
        />
        <div className="buttons">
          <button type="submit">Open the ticket</button>
        </div>
      </SignedForm>
    </Shell>
  )
})
