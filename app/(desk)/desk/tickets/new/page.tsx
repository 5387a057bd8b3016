import { openForCustomer } from '#actions/tickets/open-for-customer.ts'
import { agentPage } from '#app/guarded.tsx'
import { MessageLanguage } from '#app/message-language.tsx'
import { noticeFrom } from '#app/notices.ts'
import { PriorityChoices } from '#app/priority-choices.tsx'
import { Shell } from '#app/shell.tsx'
import { ComposerButtons } from '#src/ui/browser.tsx'
import { FileField } from '#src/ui/form/file-field.tsx'
import { SignedForm } from '#src/ui/form/signed-form.tsx'
import { TextArea } from '#src/ui/form/text-area.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'

export default agentPage('/desk/tickets/new', async ({ agent, query }) => (
  <Shell
    reader={agent}
    trail={[{ href: '/desk', words: 'The desk' }]}
    here="Open a ticket for a customer"
    notice={await noticeFrom(query)}
  >
    <h1>Open a ticket for a customer</h1>
    <SignedForm
      name="tickets.open-for-customer"
      action={openForCustomer}
      person={agent.userId}
      title="Open a ticket for a customer – The desk – Holdfast"
      values={{ priority: 'normal' }}
      writes="the ticket that you wrote"
    >
      <TextField name="name" label="Name of the customer" autoComplete="section-customer name" />
      <TextField
        name="email"
        type="email"
        label="Email address of the customer"
        hint="Somebody who has no account yet gets a mail with the reference, and can set a password by that address."
        autoComplete="section-customer email"
      />
      <TextField name="subject" label="Subject" />
      <TextArea name="body" label="What did the customer say?" hint="The customer reads this." />
      <MessageLanguage />
      <FileField />
      <PriorityChoices label="Priority" />
      <ComposerButtons send="Open the ticket" />
    </SignedForm>
  </Shell>
))
