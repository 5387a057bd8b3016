import { unstable_rethrow } from 'next/navigation'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import type { Actor } from '#src/lib/actor.ts'
import { isDatabaseAway } from '#src/lib/forms/fault.ts'
import type { Unsent } from '#src/lib/forms/unsent.ts'
import { currentAnswer } from '#src/lib/http/current-answer.ts'
import { answerWith } from '#src/lib/http/response-status.ts'
import { logFault, newFaultReference } from '#src/lib/log.ts'
import { Trouble } from '#src/ui/trouble.tsx'
import { hasText, RetryForm } from './retry/retry-form.tsx'
import { Shell } from './shell.tsx'

/** What Next gives a page: the words in its path and the query of its address. */
export type PageProps<Params = unknown> = {
  params: Promise<Params>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/**
 * Makes a page that is never blank. It reads everything it needs in `render` itself, so that a fault is caught here:
 * logged once, shown as a page in words with its reference, and answered with 503 (database away) or 500.
 */
export function readable<Props>(where: string, render: (props: Props) => Promise<ReactNode>) {
  return async (props: Props) => {
    await connection()
    const failed = currentAnswer()
    try {
      return await (failed?.status === 503 ? soon(render(props)) : render(props))
    } catch (error) {
      unstable_rethrow(error)
      const reference = failed?.reference ?? newFaultReference()
      if (reference !== failed?.reference) logFault(reference, error, { where })
      return <Unavailable away={isDatabaseAway(error)} reference={reference} />
    }
  }
}

// The action of this request has already waited for a database that is away: the page waits only a little longer.
function soon<Page>(page: Promise<Page>): Promise<Page> {
  return new Promise((resolve, reject) => {
    const late = Object.assign(new Error('The page could not be read in time'), { code: 'QUERY_TIMEOUT' })
    setTimeout(reject, 1000, late)
    page.then(resolve, reject)
  })
}

function Unavailable({ away, reference }: { away: boolean; reference: string }) {
  answerWith(away ? 503 : 500, { noScript: true })
  const unsent = currentAnswer()?.unsent
  if (unsent) return <SendAgain unsent={unsent} reference={reference} />
  const heading = away ? 'This page is not available right now' : 'This page did not work'
  return (
    <Shell reader={null} title={`${heading} – Holdfast`}>
      <Trouble
        heading={heading}
        reference={reference}
        links={[
          { href: '', words: 'Try again' },
          { href: '/', words: 'Go to the first page' },
        ]}
      >
        {away ? (
          <p>Our database did not answer. Nothing is lost. Try again in a moment.</p>
        ) : (
          <p>
            Something went wrong on our side. Nothing is lost. If it keeps failing, give us the reference.
          </p>
        )}
      </Trouble>
    </Shell>
  )
}

/**
 * The page for a form that was not accepted and whose own page is not for this reader now: without scripts a redirect
 * would send the form on to a page that does not know it. Null where no form was sent.
 */
export function standIn(): ReactNode {
  const answer = currentAnswer()
  if (!answer?.unsent) return null
  return <SendAgain unsent={answer.unsent} reference={answer.reference ?? undefined} />
}

function SendAgain({ unsent, reference }: { unsent: Unsent; reference?: string }) {
  const heading = 'Try sending this again'
  // A fault of the action has its reference in its words; a fault of the page alone has not.
  const words = unsent.report.result.error?.formErrors?.join(' ') ?? ''
  return (
    <Shell reader={null}>
      <Trouble heading={heading} reference={reference && words.includes(reference) ? undefined : reference}>
        {hasText(unsent) ? (
          <p>
            The page of this form cannot be shown right now. This page stands in for it, with everything that
            you wrote.
          </p>
        ) : (
          <p>The page of this form cannot be shown right now. This page stands in for it.</p>
        )}
        <RetryForm unsent={unsent} title={`${heading} – Holdfast`} />
      </Trouble>
    </Shell>
  )
}

/** The page for what is not there or not this reader's: the same words for both, so that nobody learns which. */
export function NoSuchPage({ reader }: { reader: Actor | null }) {
  answerWith(404, { noScript: true })
  const unsent = currentAnswer()?.unsent
  if (!unsent || !hasText(unsent)) return <NoSuchPageWords reader={reader} />
  const heading = 'There is no such page any more'
  return (
    <Shell reader={reader} here={heading}>
      <Trouble heading={heading}>
        <p>What this form was about is gone, or is no longer for you. Copy from here what you wrote.</p>
        <RetryForm unsent={unsent} title={`${heading} – Holdfast`} />
      </Trouble>
    </Shell>
  )
}

/** The same words without the status: Next renders `not-found.tsx` beside every page, shown or not. */
export function NoSuchPageWords({ reader }: { reader: Actor | null }) {
  return (
    <Shell reader={reader} title="There is no such page – Holdfast" here="There is no such page">
      <Trouble
        heading="There is no such page"
        links={[
          { href: '/tickets', words: 'See your tickets' },
          { href: '/', words: 'Go to the first page' },
        ]}
      >
        <p>The address may be mistyped, or what it led to may not be for you. Check the reference.</p>
      </Trouble>
    </Shell>
  )
}
