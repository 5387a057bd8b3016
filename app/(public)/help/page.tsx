import { readable } from '#app/readable.tsx'
import { Shell } from '#app/shell.tsx'
import { currentReader } from '#src/lib/actor.ts'
import { statuses, statusWords } from '#src/tickets/status.ts'

export default readable('GET /help', async () => {
  const reader = await currentReader()
  return (
    <Shell reader={reader} title="Help – Holdfast" here="Help">
      <h1>Help</h1>
      <h2>Asking for help</h2>
      <p>
        Open a ticket and tell us what happened. You get a reference of eight characters, such as{' '}
        <span className="ref">K7M2-9QXD</span>. With it anybody at the desk finds your ticket. Capital letters
        and the dash do not matter.
      </p>
      <h2>What the status of a ticket means</h2>
      <dl className="summary">
        {statuses.map(status => (
          <div key={status}>
            <dt>{statusWords[status].name}</dt>
            <dd>{statusWords[status].forCustomer}</dd>
          </div>
        ))}
      </dl>
      <h2>If something goes wrong</h2>
      <p>
        When a form is not accepted, it comes back with what you wrote and says what to change. When the
        connection drops, send the form again: it counts once. When a page does not load, go back in your
        browser: the text is still in the form.
      </p>
      <h2>Without JavaScript</h2>
      <p>Every page works without JavaScript, with a keyboard alone, and in a text browser.</p>
      {reader?.kind === 'agent' && (
        <>
          <h2>How these pages are made</h2>
          <p className="ways">
            <a href="/styleguide">See every part of these pages in every state</a>
          </p>
        </>
      )}
    </Shell>
  )
})
