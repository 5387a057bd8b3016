import { readerPage } from '#app/guarded.tsx'
import { newDraftWords } from '#app/kept-words.ts'
import { noticeFrom } from '#app/notices.ts'
import { Shell } from '#app/shell.tsx'
import { db } from '#src/lib/db/client.ts'
import { inLanguage } from '#src/lib/language.ts'
import { deskZone } from '#src/lib/zone.ts'
import { type MyDraft, myDrafts } from '#src/tickets/my-drafts.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { Empty } from '#src/ui/empty.tsx'
import { Moment } from '#src/ui/moment.tsx'
import { Prose } from '#src/ui/prose.tsx'

export default readerPage('/drafts', async ({ reader, query }) => {
  const drafts = await myDrafts(db, reader)
  return (
    <Shell reader={reader} title="My drafts – Holdfast" here="My drafts" notice={await noticeFrom(query)}>
      <h1>My drafts</h1>
      <p>What you wrote and did not send yet, the newest first. Only you see it.</p>
      {drafts.length === 0 && (
        <Empty>
          <p>
            You keep no drafts. Where you write, the button “Save draft” keeps your text without sending it.
          </p>
        </Empty>
      )}
      {drafts.map(draft => (
        <DraftKept key={draft.about} draft={draft} />
      ))}
    </Shell>
  )
})

function DraftKept({ draft }: { draft: MyDraft }) {
  const { body, words, language } = draft.values
  const subject = draft.subject ?? draft.values.subject
  const written = body ?? words ?? ''
  const isNew = draft.about === draft.action
  return (
    <article className="message">
      <h2>
        <a href={draft.path}>
          {isNew ? newDraftWords(draft.action) : `Ticket ${formatReference(draft.about)}`}
          {subject && ': '}
          {subject && <bdi {...inLanguage(draft.subject ? draft.subjectLanguage : language)}>{subject}</bdi>}
        </a>
      </h2>
      <p>
        Kept on <Moment at={draft.savedAt} zone={deskZone()} />
      </p>
      {/* A ticket that one cannot reach any more has no form to show the text in. */}
      <Prose text={isNew || draft.subject ? beginningOf(written) : written} lang={language} />
    </article>
  )
}

const most = 300

function beginningOf(text: string) {
  return text.length > most ? `${text.slice(0, most)}…` : text
}
