import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { type Actor, type Agent, currentReader } from '#src/lib/actor.ts'
import { db } from '#src/lib/db/client.ts'
import { expectForms } from '#src/lib/forms/kept.ts'
import { signInAddress } from '#src/lib/http/request-rules.ts'
import { type Administrator, mayAdminister } from '#src/people/policy.ts'
import { type DeskTicket, deskTicket } from '#src/tickets/desk-queries.ts'
import { type MyTicketPage, myTicket } from '#src/tickets/portal-queries.ts'
import { parseReference } from '#src/tickets/reference.ts'
import { NoSuchPage, type PageProps, readable, standIn } from './readable.tsx'

type Words = Record<string, string>
type Query = PageProps['searchParams']
type Render<Given> = (given: Given & { params: Words; query: Query }) => ReactNode | Promise<ReactNode>

/** A page for whoever is signed in; others sign in first and come back. `path` is its route, such as `/tickets`. */
export function readerPage(path: string, render: Render<{ reader: Actor }>) {
  return readable(`GET ${path}`, async (props: PageProps<Words>) => {
    const [params, reader] = await Promise.all([props.params, currentReader()])
    const here = path.replace(/\[(\w+)\]/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
    if (!reader) return standIn() ?? redirect(signInAddress(here, '') ?? '/sign-in')
    const about = formsAreAbout(params)
    if (about) expectForms(reader.userId, about)
    return render({ reader, params, query: props.searchParams })
  })
}

/** What the forms of a page are about, by its address: a ticket, what has an id, or both. */
function formsAreAbout({ reference, id }: Words): string | undefined {
  const parsed = reference === undefined ? undefined : parseReference(reference)
  const named = [...(parsed?.ok ? [parsed.reference] : []), ...(id === undefined ? [] : [id])]
  return named.length > 0 ? named.join(' ') : undefined
}

/** A page about a ticket that the reader asked for. */
export function myTicketPage(path: string, render: Render<{ reader: Actor; ticket: MyTicketPage }>) {
  return readerPage(path, async given => {
    const ticket = await myTicket(db, given.reader, given.params.reference ?? '')
    return ticket ? render({ ...given, ticket }) : <NoSuchPage reader={given.reader} />
  })
}

/** A page for agents; for everybody else it does not exist. */
export function agentPage(path: string, render: Render<{ agent: Agent }>) {
  return readerPage(path, ({ reader, ...given }) =>
    reader.kind === 'agent' ? render({ agent: reader, ...given }) : <NoSuchPage reader={reader} />,
  )
}

/** A page for administrators; for everybody else it does not exist. */
export function adminPage(path: string, render: Render<{ admin: Administrator }>) {
  return readerPage(path, ({ reader, ...given }) =>
    mayAdminister(reader) ? render({ admin: reader, ...given }) : <NoSuchPage reader={reader} />,
  )
}

/** A page about a ticket that an agent works on. */
export function deskTicketPage(path: string, render: Render<{ agent: Agent; ticket: DeskTicket }>) {
  return agentPage(path, async given => {
    const ticket = await deskTicket(db, given.agent, given.params.reference ?? '')
    return ticket ? render({ ...given, ticket }) : <NoSuchPage reader={given.agent} />
  })
}
