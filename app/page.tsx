import { currentReader } from '#src/lib/actor.ts'
import { noticeFrom } from './notices.ts'
import type { PageProps } from './readable.tsx'
import { readable } from './readable.tsx'
import { Shell } from './shell.tsx'

export default readable('GET /', async ({ searchParams }: PageProps) => {
  const reader = await currentReader()
  return (
    <Shell reader={reader} title="How can we help? – Holdfast" notice={await noticeFrom(searchParams)}>
      <h1>How can we help?</h1>
      <p>Tell us what happened. You get a reference at once, and an answer from a person.</p>
      <p>
        <a className="button" href={reader ? '/tickets/new' : '/ask'}>
          Open a ticket
        </a>
      </p>
      <ul className="ways">
        <li>
          <a href="/tickets">See your tickets</a>
        </li>
        {!reader && (
          <li>
            <a href="/sign-in">Sign in</a>
          </li>
        )}
        {!reader && (
          <li>
            <a href="/sign-up">Make an account</a>
          </li>
        )}
      </ul>
      <h2>What you can rely on</h2>
      <ul>
        <li>Every page works without JavaScript, on an old phone and in a text browser.</li>
        <li>What you send is kept. If something goes wrong on our side, your text is still there.</li>
        <li>A form that is sent twice counts once.</li>
      </ul>
    </Shell>
  )
})
