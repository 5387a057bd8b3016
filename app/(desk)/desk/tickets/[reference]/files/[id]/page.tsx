import { describeFile } from '#actions/tickets/describe-file.ts'
import { FieldPage } from '#app/(desk)/desk/tickets/[reference]/field-page.tsx'
import { deskTicketPage } from '#app/guarded.tsx'
import { NoSuchPage } from '#app/readable.tsx'
import { attachmentPath } from '#src/files/paths.ts'
import { fileWords } from '#src/files/words.ts'
import { isPicture } from '#src/tickets/described.ts'
import { TextArea } from '#src/ui/form/text-area.tsx'

export default deskTicketPage(
  '/desk/tickets/[reference]/files/[id]',
  ({ agent, ticket: found, query, params }) => {
    const picture = found.messages
      .flatMap(({ files }) => files)
      .find(file => file.id === params.id && isPicture(file))
    if (!picture) return <NoSuchPage reader={agent} />
    const description = picture.description ?? ''
    return (
      <FieldPage
        agent={agent}
        query={query}
        found={found}
        heading="Say what a picture shows"
        name="tickets.describe-file"
        action={describeFile}
        values={{ description }}
        hidden={{ attachmentId: picture.id, wasDescription: description }}
        send="Save"
      >
        <p>
          <a href={attachmentPath(picture.id)}>
            <bdi>{picture.name}</bdi>
          </a>{' '}
          ({fileWords(picture)})
        </p>
        <TextArea
          name="description"
          label="What it shows"
          optional
          rows={3}
          hint="For whoever does not see it. The customer reads it too, unless it is in an internal note."
        />
      </FieldPage>
    )
  },
)
