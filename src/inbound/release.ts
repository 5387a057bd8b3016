import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { db, type Tx } from '#src/lib/db/client.ts'
import { receivedMails } from '#src/lib/db/tables/received.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { nameOf } from '#src/people/find.ts'
import type { Administrator } from '#src/people/policy.ts'
import { attachFiles } from './attach-files.ts'
import { destinationOf } from './destination.ts'
import type { releaseForm } from './forms.ts'
import { type HeldMail, lockHeld } from './lock-held.ts'
import { isLoop, originOf } from './origin.ts'
import type { Mail } from './parse.ts'
import { ticketOf } from './place.ts'
import { putAsAgent, putAsAutomatic, putAsRequester, putOnNew } from './put.ts'
import { rawMail, rawParts } from './raw-mail.ts'
import { ownAddresses, personAt } from './sender.ts'
import { signalIn } from './signals.ts'
import { readable, vouchedFor } from './vouched.ts'

type Input = z.output<typeof releaseForm>

/** Reads a mail that is to be released. What came stays as it came, so it is read before the transaction, which is short. */
export async function readToRelease({ mailId }: Pick<Input, 'mailId'>): Promise<Mail | null> {
  const kept = await rawMail(db, mailId)
  if (!kept) return null
  const parts: Uint8Array[] = []
  for await (const part of rawParts(db, kept)) parts.push(part)
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
): Promise<void> {
  const held = await lockHeld(tx, administrator, mailId)
  if (held.isReleased) return
  if (held.rejectedAt && seen === 'waiting') throw await rejectedMeanwhile(tx, held)
  if (!mail) throw new Error('A mail that is held has gone')
  const vouched = vouchedFor(mail, from)
  if (!vouched) throw new Refusal(whoWroteIt, 'from')
  const reference = await put(tx, vouched, held)
  await attachFiles(tx, reference, mail.files)
  await tx
    .update(receivedMails)
    .set({
      state: 'taken',
      ticketId: sql`(select ${tickets.id} from ${tickets} where ${tickets.reference} = ${reference})`,
      releasedAt: sql`now()`,
      releasedBy: administrator.userId,
    })
    .where(eq(receivedMails.id, mailId))
}

async function put(tx: Tx, mail: Mail, { concern }: HeldMail): Promise<string> {
  const origin = originOf(mail)
  if (isLoop(mail, ownAddresses()) && origin.by !== 'bounce') throw new Refusal(ownMail)
  const signal = signalIn(mail, origin.by === 'bounce' ? origin.about : [])
  const sender = await personAt(tx, mail.from[0]?.address ?? '')
  const ticket = await ticketOf(tx, signal)
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
