import type { Actor } from '#src/lib/actor.ts'
import { wasSentTo } from '#src/mail/thread-mark.ts'
import type { Ticket } from '#src/tickets/find.ts'
import { mayAnswerAsRequester, mayWork } from '#src/tickets/policy.ts'
import type { Origin } from './origin.ts'
import type { Signal } from './signals.ts'

/** What is known of a mail that an administrator vouches for. `wasRefused`: the desk refused before what it asks for. */
type Known = {
  origin: Origin['by']
  signal: Signal
  sender: Actor | undefined
  ticket: Pick<Ticket, 'requesterId' | 'status'> | undefined
  wasRefused: boolean
}

/** Where a mail goes that is released: onto its ticket, in whose place, or onto a new one of its sender. */
export type Destination = 'as-requester' | 'as-agent' | 'as-automatic' | 'new'

/**
 * Where a mail goes when its sender is believed, by the signals that it carries. A signature that is wrong names no
 * ticket, and an agent needs one that was sent to them: what proves nothing about the ticket is not mended by believing
 * the sender.
 */
export function destinationOf({ origin, signal, sender, ticket, wasRefused }: Known): Destination {
  if (!ticket || signal.is === 'forged') return 'new'
  const isRequester = sender !== undefined && mayAnswerAsRequester(sender, ticket)
  if (origin !== 'person') return isRequester || signal.is === 'valid' ? 'as-automatic' : 'new'
  if (isRequester) return 'as-requester'
  if (!sender || !mayWork(sender, ticket) || signal.is !== 'valid' || wasRefused) return 'new'
  const isShut = ticket.status === 'closed' && !signal.mark.isInternal
  return wasSentTo(signal.mark, sender.userId) && !isShut ? 'as-agent' : 'new'
}
