import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { db, type Last, type Tx } from '#src/lib/db/client.ts'
import { receivedMails } from '#src/lib/db/tables/received.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { nameOf } from '#src/people/find.ts'
import type { Administrator } from '#src/people/policy.ts'
import { type About, about } from './about.ts'
import { destinationOf } from './destination.ts'
import type { releaseForm } from './forms.ts'
import { type HeldMail, lockHeld } from './lock-held.ts'
import { isLoop } from './origin.ts'
import type { Mail } from './parse.ts'
import { putAsAgent, putAsAutomatic, putAsRequester, putOnNew } from './put.ts'
import { rawMail, rawPart, rawParts } from './raw-mail.ts'
import { ownAddresses } from './sender.ts'
import { readable, vouchedFor } from './vouched.ts'

type Input = z.output<typeof releaseForm>

/** Reads a mail that is to be released. What came stays as it came, so it is read before the transaction, which is short. */
export async function readToRelease({ mailId }: Pick<Input, 'mailId'>): Promise<Mail | null> {
  const [kept, beginning] = await Promise.all([rawMail(db, mailId), rawPart(db, mailId)])
  if (!kept || !beginning) return null
  const parts = [beginning]
  for await (const part of rawParts(db, kept, beginning.length)) parts.push(part)
  return readable(Buffer.concat(parts))
}

/**
 * Puts a held mail where it would have gone if nobody had doubted it, with its files; an administrator vouches for its
 * sender, and names them where the mail does not. Who has released it already is led to the same end; another
 * administrator is told who was faster.
 */
export async function release(
  tx: Tx,
  administrator: Administrator,
  { mailId, from, seen }: Input,
  mail: Mail | null,
  last: Last,
): Promise<void> {
  const vouched = mail && vouchedFor(mail, from)
  // In one flight and in this order: where it goes is asked behind the lock of the mail.
  const [held, known] = await Promise.all([
    lockHeld(tx, administrator, mailId),
    vouched && about(tx, vouched),
  ])
  if (held.isReleased) return
  if (held.rejectedAt && seen === 'waiting') throw await rejectedMeanwhile(tx, held)
  if (!mail) throw new Error('A mail that is held has gone')
  if (!vouched || !known) throw new Refusal(whoWroteIt, 'from')
  const reference = await put(tx, vouched, known, held)
  last(
    tx
      .update(receivedMails)
      .set({
        state: 'taken',
        ticketId: sql`(select ${tickets.id} from ${tickets} where ${tickets.reference} = ${reference})`,
        releasedAt: sql`now()`,
        releasedBy: administrator.userId,
      })
      .where(eq(receivedMails.id, mailId)),
  )
}

async function put(
  tx: Tx,
  mail: Mail,
  { origin, signal, sender, ticket }: About,
  { concern }: HeldMail,
): Promise<string> {
  if (isLoop(mail, ownAddresses()) && origin.by !== 'bounce') throw new Refusal(ownMail)
  const wasRefused = concern === 'refused'
  const destination = destinationOf({ origin: origin.by, signal, sender, ticket, wasRefused })
  if (ticket && destination === 'as-automatic') return putAsAutomatic(tx, mail, sender, ticket)
  if (ticket && sender && destination === 'as-requester') return putAsRequester(tx, mail, sender, ticket)
  if (ticket && sender?.kind === 'agent' && destination === 'as-agent' && signal.is === 'valid')
    return putAsAgent(tx, mail, sender, ticket, signal.mark)
  return putOnNew(tx, mail, sender, { acknowledge: origin.by === 'person' })
}

const whoWroteIt = 'Enter the address of whoever wrote this mail, because it does not say so itself.'
/** Why a mail of the desk itself cannot be released. */
export const ownMail = 'This is a mail of this desk that came back, so it cannot become a message of anybody.'

async function rejectedMeanwhile(tx: Tx, { rejectedBy }: HeldMail): Promise<Refusal> {
  const name = await nameOf(tx, rejectedBy)
  return new Refusal(
    `${name ? `${name} has rejected this mail in the meantime.` : 'This mail was rejected in the meantime.'} To release it all the same, press the button again.`,
    undefined,
    { hidden: { seen: 'rejected' } },
  )
}
