import type { Agent } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { targetsFor } from '#src/sla/targets.ts'
import type { Ticket } from './find.ts'
import { orderAnsweredMail, readerOfAnswers } from './order-mail.ts'
import { seatOf } from './seat.ts'
import { type Act, type Priority, type Status, transition } from './status.ts'
import { type Entry, soFar, type Words, writeDown } from './write-down.ts'

/** What an agent does to a ticket in one submit. A field that is undefined stays as it is; null empties it. */
export type Work = {
  reply?: string
  note?: string
  /** The files of the reply or note. */
  files?: Words['files']
  /** The files that came with it in a mail. */
  enclosed?: Words['enclosed']
  /** The language of the reply or note, by its BCP 47 tag. */
  language?: string
  status?: Exclude<Status, 'closed'>
  priority?: Priority
  assigneeId?: string | null
  team?: string | null
}

const actFor = { open: 'agent-opens', pending: 'agent-sets-pending', solved: 'agent-solves' } as const

/** Does an agent's work on a locked ticket: the state table, the team and assignee rules, one event, the mail. */
export async function work(tx: Tx, agent: Agent, ticket: Ticket, wanted: Work): Promise<void> {
  const { next, reopened } = nextStatus(ticket, wanted)
  const solves = next === 'solved' && ticket.status !== 'solved'
  const priority = wanted.priority ?? ticket.priority
  const [seat, targets, before, requester] = await Promise.all([
    seatOf(tx, ticket, wanted, solves ? agent : null),
    priority === ticket.priority ? undefined : targetsFor(tx, priority),
    soFar(tx, ticket),
    wanted.reply === undefined ? undefined : readerOfAnswers(tx, ticket),
  ])
  const fields = { status: next, priority, ...seat }
  const body = wanted.reply ?? wanted.note
  const changed = Object.entries(fields).some(
    ([name, value]) => ticket[name as keyof typeof fields] !== value,
  )
  if (body === undefined && !changed)
    throw new Refusal(
      'Nothing would change: the ticket stands like this already. Write a message or change a field.',
    )
  const entry: Entry = { kind: 'updated', fields, reopened, targets }
  if (body !== undefined) {
    entry.kind = wanted.reply === undefined ? 'noted' : 'replied'
    entry.message = {
      body,
      files: wanted.files,
      enclosed: wanted.enclosed,
      language: wanted.language,
      isInternal: wanted.reply === undefined,
    }
  }
  await Promise.all([
    writeDown(tx, agent, ticket, entry, before),
    wanted.reply !== undefined &&
      requester &&
      orderAnsweredMail(tx, ticket, requester, { body: wanted.reply, language: wanted.language, solves }),
  ])
}

/** A reply sets a ticket to pending unless the agent chose otherwise or it is solved; closed takes notes only. */
function nextStatus(ticket: Ticket, wanted: Work): { next: Status; reopened?: boolean } {
  const untouched =
    wanted.priority === undefined && wanted.assigneeId === undefined && wanted.team === undefined
  if (ticket.status === 'closed' && !(wanted.note !== undefined && untouched))
    step(ticket.status, 'agent-replies')
  if (wanted.reply !== undefined) step(ticket.status, 'agent-replies', 'body')
  const automatic = wanted.reply !== undefined && ticket.status !== 'solved' ? 'pending' : undefined
  const chosen = wanted.status ?? automatic
  if (chosen === undefined || chosen === ticket.status) return { next: ticket.status }
  return step(ticket.status, actFor[chosen], 'status')
}

function step(status: Status, act: Act, field?: string) {
  const outcome = transition(status, act)
  if (outcome.refused !== undefined) throw new Refusal(outcome.refused, field)
  return outcome
}
