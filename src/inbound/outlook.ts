import 'server-only'
import { asc, eq, inArray } from 'drizzle-orm'
import { actorWith } from '#src/lib/actor.ts'
import type { Reader } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { env } from '#src/lib/env.ts'
import { authenticationOf } from './authentication.ts'
import { destinationOf } from './destination.ts'
import { isLoop, originOf } from './origin.ts'
import type { ReceivedMail } from './queries.ts'
import { ownAddresses } from './sender.ts'
import { type Signal, signalIn } from './signals.ts'
import { readable, senderOf } from './vouched.ts'

export type Outlook = Awaited<ReturnType<typeof outlookOf>>

/**
 * What would happen to a held mail if it was released now. `destination` is null where the mail does not say who wrote it.
 * @param beginning of the mail, where it stands who wrote it and what it answers: a page need not read all of a large one
 */
export async function outlookOf(
  reader: Reader,
  { concern }: Pick<ReceivedMail, 'concern'>,
  beginning: Uint8Array,
) {
  const mail = await readable(beginning)
  const isNobodys = concern === 'no-sender' || concern === 'unreadable'
  const from = isNobodys ? undefined : senderOf(mail)
  const origin = originOf(mail)
  const signal = signalIn(mail, origin.by === 'bounce' ? origin.about : [])
  const [sender, ticket] = await Promise.all([
    from && personAt(reader, from.address),
    ticketOf(reader, signal),
  ])
  const wasRefused = concern === 'refused'
  return {
    address: from?.address ?? null,
    destination: from ? destinationOf({ origin: origin.by, signal, sender, ticket, wasRefused }) : null,
    ticket: ticket ?? null,
    isAutomatic: origin.by !== 'person',
    isInternal: signal.is === 'valid' && signal.mark.isInternal,
    isForged: signal.is === 'forged',
    isOurs: isLoop(mail, ownAddresses()) && origin.by !== 'bounce',
    isProvenFalse: authenticationOf(mail, env().mailAuthServer) === 'failed',
  }
}

async function personAt(reader: Reader, address: string) {
  const { userId, role, team, active } = agents
  const [found] = await reader
    .select({ person: user, rights: { agentId: agents.id, userId, role, team, active } })
    .from(user)
    .leftJoin(agents, eq(agents.userId, user.id))
    .where(eq(user.email, address))
  return found && actorWith(found.person, found.rights ?? undefined)
}

async function ticketOf(reader: Reader, signal: Signal) {
  const named = signal.is === 'named' ? signal.references : []
  const which =
    signal.is === 'valid' ? eq(tickets.id, signal.mark.ticketId) : inArray(tickets.reference, named)
  const { reference, requesterId, status } = tickets
  const [ticket] = await reader
    .select({ reference, requesterId, status })
    .from(tickets)
    .where(which)
    .orderBy(asc(tickets.createdAt))
    .limit(1)
  return ticket
}
