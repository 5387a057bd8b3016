import { tellNeeds } from '#actions/people/tell-needs.ts'
import { readerPage } from '#app/guarded.tsx'
import { noticeFrom } from '#app/notices.ts'
import { Shell } from '#app/shell.tsx'
import { db } from '#src/lib/db/client.ts'
import { expectForm } from '#src/lib/forms/kept.ts'
import { shownOf } from '#src/lib/forms/merge-form.ts'
import { choicesPath } from '#src/mail/addresses.ts'
import { needs, needWords } from '#src/people/needs.ts'
import { needsOf } from '#src/people/queries.ts'
import { ticksOf } from '#src/people/tell-needs.ts'
import { ComposerButtons } from '#src/ui/browser.tsx'
import { SignedForm } from '#src/ui/form/signed-form.tsx'
import { TextArea } from '#src/ui/form/text-area.tsx'
import { Ticks } from '#src/ui/form/ticks.tsx'
import { SummaryList } from '#src/ui/summary-list.tsx'

export default readerPage('/account', async ({ reader, query }) => {
  expectForm(reader.userId, 'people.tell-needs', true)
  const told = await needsOf(db, reader.userId)
  const values = { ...ticksOf(told.needs), words: told.words }
  return (
    <Shell reader={reader} here="Your account" notice={await noticeFrom(query)}>
      <h1>Your account</h1>
      <SummaryList
        rows={[
          { term: 'Name', detail: <bdi>{reader.name}</bdi> },
          { term: 'Email address', detail: <bdi>{reader.email}</bdi> },
        ]}
      />
      <p>
        You can choose <a href={choicesPath()}>what we tell you by mail</a>.
      </p>
      <SignedForm
        name="people.tell-needs"
        action={tellNeeds}
        person={reader.userId}
        title="Your account – Holdfast"
        hidden={shownOf(values)}
        values={values}
        writes="what you wrote about your needs"
      >
        <h2>How should we communicate with you?</h2>
        <Ticks
          label="What helps you"
          hint="Whoever of our team works on a ticket of yours sees this beside it. Other customers never do."
          ticks={needs.map(need => ({
            name: need,
            label: needWords[need].name,
            hint: needWords[need].meaning,
          }))}
        />
        <TextArea
          name="words"
          label="In your own words"
          hint="What else we should know, such as which language is signed, or when a call suits you."
          rows={4}
          optional
        />
        <ComposerButtons send="Save" />
      </SignedForm>
    </Shell>
  )
})
