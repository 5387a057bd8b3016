import { reply } from '#actions/tickets/reply.ts'
import { FieldPage } from '#app/(desk)/desk/tickets/[reference]/field-page.tsx'
import { Needs } from '#app/(desk)/desk/tickets/[reference]/needs.tsx'
import { DeskThread } from '#app/(desk)/desk/tickets/[reference]/thread.tsx'
import { deskTicketPage } from '#app/guarded.tsx'
import { MessageLanguage } from '#app/message-language.tsx'
import { lastLanguageOf } from '#src/tickets/last-language.ts'
import { Choices } from '#src/ui/browser.tsx'
import { FileField } from '#src/ui/form/file-field.tsx'
import { TextArea } from '#src/ui/form/text-area.tsx'

export default deskTicketPage('/desk/tickets/[reference]/reply', ({ agent, ticket: found, query }) => {
  const before = lastLanguageOf(
    found.messages.filter(({ isInternal }) => !isInternal),
    agent,
  )
  return (
    <FieldPage
      agent={agent}
      query={query}
      found={found}
      heading="Reply"
      name="tickets.reply"
      action={reply}
      values={{ status: found.ticket.status === 'solved' ? 'solved' : 'pending', language: before }}
      hidden={{ seen: String(found.ticket.lastEventSeq), wasStatus: found.ticket.status }}
      writes="your reply"
      send="Send the reply"
      below={<DeskThread found={found} />}
    >
      <Needs told={found.needs} level="h2" />
      <TextArea name="body" label="Your reply" hint="The customer reads it here and by mail." rows={10} />
      <MessageLanguage before={before} />
      <FileField />
      <Choices
        name="status"
        label="After sending"
        choices={[
          { value: 'pending', label: 'Set pending', hint: 'You wait for the customer.' },
          { value: 'open', label: 'Keep open', hint: 'The desk has more to do.' },
          { value: 'solved', label: 'Solve', hint: 'This should be fixed now.' },
        ]}
      />
    </FieldPage>
  )
})
