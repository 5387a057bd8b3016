import type { tickets } from '#src/lib/db/tables/tickets.ts'

export type Status = (typeof tickets.$inferSelect)['status']
export type Priority = (typeof tickets.$inferSelect)['priority']

export const statuses = ['open', 'pending', 'solved', 'closed'] as const satisfies readonly Status[]
export const priorities = ['low', 'normal', 'high', 'urgent'] as const satisfies readonly Priority[]

/** Everything that can move a ticket, or try to. */
export type Act =
  | 'customer-writes'
  | 'customer-confirms'
  | 'customer-disputes'
  | 'agent-replies'
  | 'agent-notes'
  | 'agent-opens'
  | 'agent-sets-pending'
  | 'agent-solves'
  | 'time-closes'
  | 'automatic-mail'

/**
 * Where an act leads. `reopened` asks for one more in `reopen_count`. `followUp` says that what was refused here
 * can go into a new ticket that follows this one.
 */
export type Outcome =
  | { next: Status; reopened?: true; refused?: undefined }
  | { refused: string; followUp?: true; next?: undefined; reopened?: undefined }

const open: Outcome = { next: 'open' }
const pending: Outcome = { next: 'pending' }
const solved: Outcome = { next: 'solved' }
const closed: Outcome = { next: 'closed' }
const reopen: Outcome = { next: 'open', reopened: true }

const customerFollowsUp: Outcome = {
  refused: 'This ticket is closed. Your message can go into a new ticket that follows it.',
  followUp: true,
}
const agentFollowsUp: Outcome = {
  refused: 'This ticket is closed and stays as it is. Open a follow-up to go on with it.',
  followUp: true,
}
const nothingToDispute: Outcome = {
  refused: 'We are still working on this ticket, so it needs no reopening. Write a reply to tell us more.',
}
const alreadySolved: Outcome = { refused: 'This ticket is already solved.' }
const alreadyClosed: Outcome = { refused: 'This ticket is already closed.' }
const onlySolvedCloses: Outcome = { refused: 'Only a solved ticket closes with time.' }

const transitions: Record<Act, Record<Status, Outcome>> = {
  'customer-writes': { open, pending: open, solved: reopen, closed: customerFollowsUp },
  'customer-confirms': { open: solved, pending: solved, solved: closed, closed: alreadyClosed },
  'customer-disputes': { open: nothingToDispute, pending: open, solved: reopen, closed: customerFollowsUp },
  'agent-replies': { open, pending, solved, closed: agentFollowsUp },
  'agent-notes': { open, pending, solved, closed },
  'agent-opens': { open, pending: open, solved: reopen, closed: agentFollowsUp },
  'agent-sets-pending': {
    open: pending,
    pending,
    solved: { next: 'pending', reopened: true },
    closed: agentFollowsUp,
  },
  'agent-solves': { open: solved, pending: solved, solved: alreadySolved, closed: agentFollowsUp },
  'time-closes': { open: onlySolvedCloses, pending: onlySolvedCloses, solved: closed, closed: alreadyClosed },
  'automatic-mail': { open, pending, solved, closed },
}

/**
 * What one act does to a ticket in this status. A reply leaves the status alone: what the agent chose beside it is
 * an act of its own, asked for only where it differs from the status that the ticket has.
 */
export function transition(status: Status, act: Act): Outcome {
  return transitions[act][status]
}

/** A status by its name, and what it means as whole sentences for the two people who read it. */
export const statusWords: Record<Status, { name: string; forCustomer: string; forAgent: string }> = {
  open: {
    name: 'Open',
    forCustomer: 'We have your ticket and are working on it.',
    forAgent: 'The desk has to do something next.',
  },
  pending: {
    name: 'Pending',
    forCustomer: 'We have answered and are waiting to hear from you.',
    forAgent: 'The desk is waiting for the customer, and the time to solve it stands still.',
  },
  solved: {
    name: 'Solved',
    forCustomer: 'We think that this is fixed. If it is not, tell us and we go on.',
    forAgent: 'The desk thinks that it is fixed. A message from the customer opens it again.',
  },
  closed: {
    name: 'Closed',
    forCustomer: 'This ticket is finished. If you write again, a new ticket follows it.',
    forAgent: 'This ticket is finished and takes notes only. A follow-up is a new ticket.',
  },
}

/** A priority by its name, and what a person should mean by choosing it. */
export const priorityWords: Record<Priority, { name: string; meaning: string }> = {
  low: { name: 'Low', meaning: 'A question or an idea that can wait.' },
  normal: { name: 'Normal', meaning: 'Something does not work as it should.' },
  high: { name: 'High', meaning: 'Something important does not work, and there is no good way round it.' },
  urgent: { name: 'Urgent', meaning: 'People are stuck right now.' },
}
