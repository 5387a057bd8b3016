import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { lockById, lockNamed, type Ticket } from '#src/tickets/find.ts'
import { type Origin, originOf } from './origin.ts'
import type { Mail } from './parse.ts'
import { personAt } from './sender.ts'
import { type Signal, signalIn } from './signals.ts'

/** What decides where a mail goes; no ticket where its signals name none. */
export type About = {
  origin: Origin
  signal: Signal
  sender: Actor | undefined
  ticket: Ticket | undefined
}

/** Who made a mail, and what it says it is about. */
export function signsIn(mail: Mail): Pick<About, 'origin' | 'signal'> {
  const origin = originOf(mail)
  return { origin, signal: signalIn(mail, origin.by === 'bounce' ? origin.about : []) }
}

/**
 * The same with the person and the ticket, who stay as they are until the transaction ends. The statements leave at once,
 * in one flight, behind what was sent before.
 */
export async function about(tx: Tx, mail: Mail): Promise<About> {
  const signs = signsIn(mail)
  const [sender, ticket] = await Promise.all([
    personAt(tx, mail.from[0]?.address ?? ''),
    ticketOf(tx, signs.signal),
  ])
  return { ...signs, sender, ticket }
}

function ticketOf(tx: Tx, signal: Signal): Promise<Ticket | undefined> {
  return signal.is === 'valid'
    ? lockById(tx, signal.mark.ticketId)
    : lockNamed(tx, signal.is === 'named' ? signal.references : [])
}
