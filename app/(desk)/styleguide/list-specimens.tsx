import { DraftNotice } from '#src/ui/form/draft-notice.tsx'
import { NextSteps } from '#src/ui/next-steps.tsx'

/** What says how it goes on, what was kept, and what is asked before something is done. */
export function ListSpecimens() {
  return (
    <>
      <NextSteps steps={['Somebody reads your ticket.', 'You get an answer here and by mail.']} />
      <section className="kept">
        <h2>We kept your message</h2>
        <p>You were signed out, so it was not sent. Sign in, and it is back in its form.</p>
      </section>
      <DraftNotice path="/drafts" savedAt={new Date('2026-11-23T14:35:00Z')} />
      <section>
        <h2>Ways from here</h2>
        <p>
          <a className="button" href="/desk/tickets/new">
            A link that begins something
          </a>
        </p>
        <ul className="ways">
          <li>
            <a href="/tickets">A link to what is near</a>
          </li>
        </ul>
      </section>
    </>
  )
}
