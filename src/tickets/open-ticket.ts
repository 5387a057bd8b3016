import type { z } from 'zod'
import { keptFiles } from '#src/files/attach-kept.ts'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { mayAcknowledge } from '#src/mail/acknowledgements.ts'
import { targetsFor } from '#src/sla/targets.ts'
import { alreadyOpened } from './already-opened.ts'
import type { Ticket } from './find.ts'
import type { openTicketForm } from './forms.ts'
import { orderOpenedMail } from './order-mail.ts'
import { newReference } from './reference.ts'
import { returningSeat } from './returning-seat.ts'
import { passwordOf } from './way-to-read.ts'
import { momentIn, type Words, writeDown } from './write-down.ts'

type Opening = Omit<z.output<typeof openTicketForm>, 'files'> &
  Words & {
    requester: { userId: string; name: string; email: string }
    channel: Ticket['channel']
    /** False where no mail shall tell the requester the reference; `few`: no more of them than that address may get. */
    acknowledge?: boolean | 'few'
    /** False where whoever writes has not shown that the address of the requester is theirs. */
    isProven?: boolean
    followUpOf?: Ticket
  }

/** How a message came that opens a ticket; on a page where nothing is said. */
export type Way = Partial<Pick<Opening, 'channel' | 'acknowledge'>>

/** Which ticket holds the words, and whether it did so already when they were sent again. */
export type Opened = { reference: string; done: 'opened' | 'already-sent' }

/** A customer opens a ticket. */
export async function openTicket(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof openTicketForm>,
): Promise<Opened> {
  const [before, files] = await Promise.all([
    alreadyOpened(tx, actor, { ...input, email: actor.email }),
    keptFiles(tx, actor, input.files),
  ])
  if (before) return { reference: before, done: 'already-sent' }
  return {
    reference: await openAs(tx, actor, { ...input, files, requester: actor, channel: 'web' }),
    done: 'opened',
  }
}

/** A requester goes on with what is closed, in a new ticket that follows it. Resolves to the new reference. */
export function followUp(tx: Tx, actor: Actor, closed: Ticket, said: Words & Way): Promise<string> {
  const { subject, priority } = closed
  return openAs(tx, actor, {
    channel: 'web',
    ...said,
    subject,
    priority,
    requester: actor,
    followUpOf: closed,
  })
}

/** Makes the ticket, its first message, its first event, its clocks and the mail that tells the reference. */
export async function openAs(tx: Tx, actor: Actor, opening: Opening): Promise<string> {
  const { followUpOf: followed, body, files, enclosed, language } = opening
  const before = followed && (await returningSeat(tx, { ...followed, assigneeId: null }))
  const isProven = opening.isProven ?? opening.channel !== 'email'
  const { requester, acknowledge = actor.kind !== 'guest' || 'few' } = opening
  const inserted = insertWithReference(tx, {
    subject: opening.subject,
    subjectLanguage: followed ? followed.subjectLanguage : opening.language || null,
    priority: opening.priority,
    requesterId: requester.userId,
    channel: opening.channel,
    team: before?.team,
    followUpOfId: followed?.id,
  })
  const [ticket, targets, moment, hasPassword, isTold] = await Promise.all([
    inserted,
    targetsFor(tx, opening.priority),
    momentIn(tx),
    acknowledge && passwordOf(tx, requester.userId),
    acknowledge === 'few' ? mayAcknowledge(tx, requester.email) : acknowledge,
  ])
  const message = { body, files, enclosed, language, isInternal: false }
  await Promise.all([
    writeDown(tx, actor, ticket, { kind: 'opened', message, targets }, { events: [], moment }),
    isTold && orderOpenedMail(tx, ticket, { ...requester, hasPassword }, isProven),
  ])
  return ticket.reference
}

// 32⁷ references: a try that meets a taken one is rare, five in a row are not to be expected.
async function insertWithReference(
  tx: Tx,
  row: Omit<typeof tickets.$inferInsert, 'reference'>,
): Promise<Ticket> {
  for (let tries = 0; tries < 5; tries += 1) {
    const reference = newReference()
    const [ticket] = await tx
      .insert(tickets)
      .values({ ...row, reference })
      .onConflictDoNothing()
      .returning()
    if (ticket) return ticket
  }
  throw new Error('No free ticket reference was found')
}
