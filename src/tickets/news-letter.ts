import { addressAt, choicesLine } from '#src/mail/addresses.ts'
import { inParts, type Part } from '#src/mail/in-parts.ts'
import type { Topic } from '#src/mail/topics.ts'
import { eventWords } from './event-words.ts'
import { mailSubject } from './mail-subject.ts'
import type { NewsItem } from './news-items.ts'
import { deskPath } from './paths.ts'
import { statusWords } from './status.ts'
import { type Way, wayLine } from './way-to-read.ts'

type Reader = {
  name: string
  audience: 'requester' | 'agent'
  /** How a requester comes to each of the tickets, by its id. */
  ways: ReadonlyMap<string, Way>
}

/**
 * One mail that tells somebody all of this, ticket by ticket, in the order in which it happened. An answer to it goes to
 * the customer where it tells of nothing but what the customer of one ticket wrote, and stays internal else.
 */
export function newsLetter(items: readonly NewsItem[], { name, audience, ways }: Reader) {
  const byTicket = new Map<string, NewsItem[]>()
  for (const item of items) byTicket.set(item.ticket.id, [...(byTicket.get(item.ticket.id) ?? []), item])
  const told = [...byTicket.values()]
  const single = told.length === 1 ? told[0]?.[0]?.ticket : undefined
  const parts = told.flatMap(([first, ...more]) =>
    first ? aboutTicket([first, ...more], ways.get(first.ticket.id), single === undefined) : [],
  )
  return {
    kind: kindOf(items, audience, single !== undefined),
    ticketId: single?.id ?? null,
    subject: single ? `Re: ${mailSubject(single)}` : `News of ${told.length} tickets`,
    ...inParts([`Hello ${name},`, ...parts, choicesLine()]),
  }
}

function kindOf(items: readonly NewsItem[], audience: Reader['audience'], single: boolean) {
  if (audience === 'requester') return 'changed' as const
  const ofCustomer = items.every(({ event }) => event.byRequester && event.kind !== 'noted')
  return single && ofCustomer ? ('customer-wrote' as const) : ('desk-news' as const)
}

function aboutTicket(
  [first, ...more]: [NewsItem, ...NewsItem[]],
  way: Way | undefined,
  amongOthers: boolean,
): Part[] {
  const { ticket } = first
  return [
    ...(amongOthers ? [{ heading: mailSubject(ticket) }] : []),
    ...[first, ...more].flatMap(wordsFor),
    wayLine('Read it, or answer', way ?? { address: addressAt(deskPath(ticket.reference)) }),
  ]
}

function wordsFor({ topic, event, actor, words }: NewsItem): Part[] {
  const said = words === null ? [] : [{ words: words.body, language: words.language }]
  return [sentence(topic, event, actor), ...said]
}

function sentence(topic: Topic, event: NewsItem['event'], actor: string | null): string {
  const who = actor ?? 'The desk'
  if (topic === 'assigned') return `${who} gave you this ticket.`
  if (topic === 'team') return `${teamSentence(event, who)} Nobody has it yet.`
  if (topic !== 'changes') return eventWords(event, actor)
  const to = event.changes.find(({ field }) => field === 'status')?.to
  if (to === 'closed' || to === 'solved') return statusWords[to].forCustomer
  return 'We have opened this ticket again and go on with it.'
}

function teamSentence(event: NewsItem['event'], who: string): string {
  if (event.kind === 'opened') return 'A new ticket has come to your team.'
  return event.changes.some(({ field }) => field === 'team')
    ? `${who} brought this ticket to your team.`
    : `${who} gave this ticket back to your team.`
}
