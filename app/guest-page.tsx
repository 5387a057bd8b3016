import type { ReactNode } from 'react'
import { currentReader, type Guest } from '#src/lib/actor.ts'
import { db } from '#src/lib/db/client.ts'
import { aboutOf } from '#src/lib/forms/about.ts'
import { expectForms } from '#src/lib/forms/kept.ts'
import { guestPath } from '#src/lib/guest-key.ts'
import { linkFor } from '#src/lib/guest-link.ts'
import { currentAnswer } from '#src/lib/http/current-answer.ts'
import { answerWith } from '#src/lib/http/response-status.ts'
import { type MyTicketPage, myTicket } from '#src/tickets/portal-queries.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { Trouble } from '#src/ui/trouble.tsx'
import { LinkRanOut } from './link-ran-out.tsx'
import { NoSuchPage, type PageProps, readable } from './readable.tsx'
import { Shell } from './shell.tsx'

type Given = {
  reader: Guest
  ticket: MyTicketPage
  /** The key in the address, for the forms of the page. */
  link: string
  /** Where the ticket is for this guest, and what it is called. */
  path: string
  shown: string
  query: PageProps['searchParams']
}

/**
 * A page about the one ticket of a guest's link, whoever is signed in on that browser. Looking at it changes nothing:
 * programs that look through mail open every link.
 * @param path its route, such as `/guest/[key]`
 */
export function guestPage(path: string, render: (given: Given) => ReactNode | Promise<ReactNode>) {
  return readable(`GET ${path}`, async ({ params, searchParams }: PageProps<{ key: string }>) => {
    const { key } = await params
    // Who is signed in changes nothing of the page but its version, light or full.
    const [found] = await Promise.all([linkFor(db, key), currentReader()])
    if (!found) return <NoSuchPage reader={null} />
    if (found.is === 'ended') return <LinkEnded />
    if (found.is === 'run-out') return <LinkRanOut link={key} query={searchParams} />
    const { guest } = found
    expectForms(guest.userId, aboutOf({ link: key, reference: guest.reference }))
    const ticket = await myTicket(db, guest, guest.reference)
    if (!ticket) return <NoSuchPage reader={null} />
    const shown = formatReference(guest.reference)
    return render({ reader: guest, ticket, link: key, path: guestPath(key), shown, query: searchParams })
  })
}

function LinkEnded() {
  if (currentAnswer()?.unsent) return <NoSuchPage reader={null} />
  answerWith(404, { noScript: true })
  const heading = 'This link was ended'
  return (
    <Shell reader={null} title={`${heading} – Holdfast`} here={heading}>
      <Trouble
        heading={heading}
        links={[
          { href: '/ask/link', words: 'Get a new link to your ticket' },
          { href: '/', words: 'Go to the first page' },
        ]}
      >
        <p>It does not open the ticket any more. The ticket itself is still there.</p>
      </Trouble>
    </Shell>
  )
}
