import { randomUUID } from 'node:crypto'
import { castAgents } from '#src/demo/cast.ts'
import type { Dice } from '#src/demo/dice.ts'
import type { Ledger } from '#src/demo/ledger.ts'
import type { FieldChange } from '#src/lib/db/tables/ticket-history.ts'
import { withCheckCharacter } from '#src/tickets/reference.ts'
import type { Crowd } from './crowd.ts'

const day = 86_400_000

/** One ticket cast from a mould: the same story of other people, so many days before. `number` counts all tickets. */
export function castTicket(
  mould: Ledger,
  of: { number: number; daysBack: number; requester: string; crowd: Crowd; dice: Dice },
): Ledger {
  const { number, daysBack, requester, crowd, dice } = of
  const id = randomUUID()
  const turn = dice.between(0, crowd.workers.length - 1)
  const back = daysBack * day
  const booking = bookingOf(number)

  const worker = (cast: number) => crowd.workers[(cast + turn) % crowd.workers.length]
  const person = (userId: string | null) => {
    if (userId === null) return null
    return userId === mould.ticket.requesterId
      ? requester
      : (worker(castBy.get(userId) ?? 0)?.userId ?? requester)
  }
  const agent = (agentId: string | null) =>
    agentId === null ? null : (worker(castByAgent.get(agentId) ?? 0)?.agentId ?? null)
  const at = <Moment extends Date | null>(moment: Moment) =>
    (moment === null ? null : new Date(moment.getTime() - back)) as Moment
  const words = (text: string) => withBooking(text, booking)

  const messageIds = new Map(mould.messages.map(message => [message.id, randomUUID()]))
  return {
    ticket: {
      ...mould.ticket,
      id,
      reference: referenceOf(number),
      requesterId: requester,
      assigneeId: agent(mould.ticket.assigneeId),
      subject: words(mould.ticket.subject),
      createdAt: at(mould.ticket.createdAt),
      updatedAt: at(mould.ticket.updatedAt),
      lastPublicAt: at(mould.ticket.lastPublicAt),
      firstResponseAt: at(mould.ticket.firstResponseAt),
      solvedAt: at(mould.ticket.solvedAt),
      closedAt: at(mould.ticket.closedAt),
      reopenedAt: at(mould.ticket.reopenedAt),
    },
    messages: mould.messages.map(message => ({
      ...message,
      id: messageIds.get(message.id) ?? randomUUID(),
      ticketId: id,
      authorId: person(message.authorId) ?? requester,
      body: words(message.body),
      createdAt: at(message.createdAt),
    })),
    events: mould.events.map(event => ({
      ...event,
      id: randomUUID(),
      ticketId: id,
      actorId: person(event.actorId),
      messageId: event.messageId === null ? null : (messageIds.get(event.messageId) ?? null),
      changes: event.changes.some(isOfAssignee)
        ? event.changes.map(change =>
            isOfAssignee(change) ? { ...change, from: agent(change.from), to: agent(change.to) } : change,
          )
        : event.changes,
      at: at(event.at),
    })),
  }
}

const isOfAssignee = ({ field }: FieldChange) => field === 'assignee'

/** The figures of the booking that a ticket is about: seven of them. */
export const bookingOf = (number: number) => String(number).padStart(7, '0')

/** A text of a mould with another booking in it. */
export const withBooking = (text: string, booking: string) => text.replace(/\bKB-\d{5}\b/g, `KB-${booking}`)

const castBy = new Map(castAgents.map(({ userId }, place) => [userId, place]))
const castByAgent = new Map(castAgents.map(({ agentId }, place) => [agentId, place]))

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const references = 2n ** 35n

/** No two numbers have the same reference, and neighbours look nothing alike: an odd factor turns the whole circle. */
function referenceOf(number: number): string {
  let left = (BigInt(number) * 22_695_477_001n + 7_046_029_254n) % references
  let seven = ''
  for (let place = 0; place < 7; place++) {
    seven += alphabet.charAt(Number(left % 32n))
    left /= 32n
  }
  return withCheckCharacter(seven)
}
