import type { ticketEvents } from '#src/lib/db/tables/ticket-history.ts'
import type { Topic } from '#src/mail/topics.ts'
import type { Ticket } from './find.ts'

type Event = Pick<typeof ticketEvents.$inferSelect, 'kind' | 'byRequester' | 'changes' | 'clock'>

/** Somebody who is to be told of an event, and as what. `id` is that of an agent (`agents`) or of a team. */
export type News =
  | { topic: Extract<Topic, 'changes'>; to: 'requester'; id?: undefined; besideAnswer: boolean }
  | { topic: Extract<Topic, 'assigned' | 'replies' | 'times'>; to: 'agent'; id: string }
  | { topic: Extract<Topic, 'team'>; to: 'team'; id: string }

/**
 * Who is told of an event, beside the answers themselves, which are mails of their own. A pure function of the event and
 * of where the ticket sits after it.
 * - The requester: that it was solved, closed or opened again, unless they did it. `besideAnswer` says that the same
 *   submit has answered them, so that the answer tells it. Never anything of a note.
 * - An agent who is given the ticket; else whoever has it: that somebody wrote, and the marks of its clocks.
 * - A team that the ticket comes to, while nobody has it.
 * That nobody is told of what they did themselves is seen to where people are known.
 */
export function newsOf(event: Event, { assigneeId, team }: Pick<Ticket, 'assigneeId' | 'team'>): News[] {
  const news: News[] = []
  if (tellsRequester(event))
    news.push({ topic: 'changes', to: 'requester', besideAnswer: event.kind === 'replied' })
  const given = event.changes.some(change => change.field === 'assignee')
  if (assigneeId !== null && given) news.push({ topic: 'assigned', to: 'agent', id: assigneeId })
  const topic = topicOf(event)
  if (assigneeId !== null && !given && topic) news.push({ topic, to: 'agent', id: assigneeId })
  if (assigneeId === null && team !== null && comesToTeam(event))
    news.push({ topic: 'team', to: 'team', id: team })
  return news
}

function tellsRequester({ byRequester, changes }: Event): boolean {
  const change = changes.find(({ field }) => field === 'status')
  if (byRequester || !change) return false
  return change.to === 'solved' || change.to === 'closed' || change.from === 'solved'
}

/** What the one who has the ticket is told of, by the kind of the event. */
function topicOf({ kind }: Event): 'replies' | 'times' | undefined {
  const known: Partial<Record<Event['kind'], 'replies' | 'times'>> = {
    wrote: 'replies',
    replied: 'replies',
    noted: 'replies',
    confirmed: 'replies',
    disputed: 'replies',
    warned: 'times',
    breached: 'times',
  }
  return known[kind]
}

function comesToTeam({ kind, changes }: Event): boolean {
  return kind === 'opened' || changes.some(({ field }) => field === 'team' || field === 'assignee')
}
