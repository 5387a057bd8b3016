import { addNote } from '#actions/tickets/add-note.ts'
import { FieldPage } from '#app/(desk)/desk/tickets/[reference]/field-page.tsx'
import { deskTicketPage } from '#app/guarded.tsx'
import { MessageLanguage } from '#app/message-language.tsx'
import { lastLanguageOf } from '#src/tickets/last-language.ts'
import { FileField } from '#src/ui/form/file-field.tsx'
import { TextArea } from '#src/ui/form/text-area.tsx'

export default deskTicketPage('/desk/tickets/[reference]/note', ({ agent, ticket: found, query }) => {
  const before = lastLanguageOf(
    found.messages.filter(({ isInternal }) => isInternal),
    agent,
  )
  return (
    <FieldPage
      agent={agent}
      query={query}
      found={found}
      heading="Add an internal note"
      name="tickets.add-note"
      action={addNote}
      values={{ language: before }}
      hidden={{ seen: String(found.ticket.lastEventSeq) }}
      writes="your note"
      send="Add the note"
    >
      <TextArea name="body" label="Your note" hint="Agents read it. The customer never sees it." rows={10} />
      <MessageLanguage before={before} />
      <FileField />
    </FieldPage>
  )
})
