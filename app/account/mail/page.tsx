import { chooseNews } from '#actions/people/choose-news.ts'
import { readerPage } from '#app/guarded.tsx'
import { noticeFrom } from '#app/notices.ts'
import { Shell } from '#app/shell.tsx'
import { db } from '#src/lib/db/client.ts'
import { expectForm } from '#src/lib/forms/kept.ts'
import { shownOf } from '#src/lib/forms/merge-form.ts'
import { newsChoiceWords, topicWords } from '#src/mail/topics.ts'
import { choicesFrom, switchedOff, topicsFor } from '#src/people/news-choices.ts'
import { accountPath } from '#src/people/paths.ts'
import { Choices } from '#src/ui/browser.tsx'
import { SignedForm } from '#src/ui/form/signed-form.tsx'

export default readerPage('/account/mail', async ({ reader, query }) => {
  expectForm(reader.userId, 'people.choose-news')
  const chosen = choicesFrom(await switchedOff(db, reader.userId))
  const offered = topicsFor(reader)
  const values = Object.fromEntries(offered.map(topic => [topic, chosen[topic]]))
  return (
    <Shell
      reader={reader}
      trail={[{ href: accountPath(), words: 'Your account' }]}
      here="What we tell you by mail"
      notice={await noticeFrom(query)}
    >
      <h1>What we tell you by mail</h1>
      <p>
        We always write when you open a ticket, set a password or confirm your address. For the rest it is
        your choice.
      </p>
      <SignedForm
        name="people.choose-news"
        action={chooseNews}
        person={reader.userId}
        title="What we tell you by mail – Holdfast"
        hidden={shownOf(values)}
        values={values}
      >
        {offered.map(topic => (
          <Choices
            key={topic}
            name={topic}
            label={topicWords[topic].name}
            hint={topicWords[topic].meaning}
            choices={[
              { value: 'yes', label: newsChoiceWords.yes.name },
              { value: 'no', label: newsChoiceWords.no.name },
            ]}
          />
        ))}
        <div className="buttons">
          <button type="submit">Save</button>
        </div>
      </SignedForm>
    </Shell>
  )
})
