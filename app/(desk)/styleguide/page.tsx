import { agentPage } from '#app/guarded.tsx'
import { Shell } from '#app/shell.tsx'
import { reportOf } from '#src/lib/forms/report.ts'
import { Mark } from '#src/ui/mark.tsx'
import { FormSpecimen } from './form-specimen.tsx'
import { ListSpecimens } from './list-specimens.tsx'
import { MessageSpecimens } from './message-specimens.tsx'
import { StateSpecimens } from './state-specimens.tsx'
import { TableSpecimens } from './table-specimens.tsx'

const title = 'The parts of every page – Holdfast'

/** Every part of the pages in every state. Its form asks and changes nothing: sent, it comes back refused. */
export default agentPage('/styleguide', async ({ agent, query }) => {
  const isSent = (await query).intent !== undefined
  return (
    <Shell
      reader={agent}
      trail={[{ href: '/desk', words: 'The desk' }]}
      here="The parts of every page"
      notice={isSent ? undefined : 'A notice says what was just done.'}
    >
      <div className="head">
        <div>
          <h1>The parts of every page</h1>
          <p>What these pages are made of, each part in each of its states.</p>
        </div>
        <Mark name="The mark of Holdfast" />
      </div>
      <section>
        <h2>Words</h2>
        <p>
          A paragraph with a <a href="/help">link to the help</a>, a reference such as{' '}
          <span className="ref">K7M2-9QXD</span>, <strong>strong words</strong> and{' '}
          <code>words of a machine</code>. It is never wider than seventy characters, and never stretched to
          both edges.
        </p>
        <p className="hint">A hint is softer, and still reads at seven to one.</p>
        <h3>A heading within a section</h3>
        <ul>
          <li>One of several points.</li>
          <li>
            <bdi lang="ar">نقطة مكتوبة من اليمين إلى اليسار</bdi>
          </li>
        </ul>
        <pre dir="auto">Text that was written in lines,{'\n'}shown in the same lines.</pre>
      </section>
      <StateSpecimens />
      <TableSpecimens />
      <MessageSpecimens />
      <ListSpecimens />
      <FormSpecimen title={title} refused={isSent ? refused : undefined} />
    </Shell>
  )
})

const posted = new FormData()
posted.set('subject', 'No')
posted.set('body', '')
posted.set('team', 'parcels')
posted.set('priority', 'high')
const refused = reportOf(posted, {
  formErrors: ['Something about the whole form is wrong.'],
  fieldErrors: {
    subject: ['Write a subject with at least 3 characters.'],
    body: ['Write what happened.'],
    team: ['This team is not in use any more. Choose another one.'],
    priority: ['Choose how urgent it is.'],
  },
}).result
