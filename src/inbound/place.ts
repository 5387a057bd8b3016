import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import type { receivedMails } from '#src/lib/db/tables/received.ts'
import { env } from '#src/lib/env.ts'
import { stopReturned } from '#src/mail/stop-returned.ts'
import { wasSentTo } from '#src/mail/thread-mark.ts'
import { lockById, lockNamed, type Ticket } from '#src/tickets/find.ts'
import { mayAnswerAsRequester, mayWork } from '#src/tickets/policy.ts'
import { attachFiles } from './attach-files.ts'
import { authenticationOf } from './authentication.ts'
import { isLoop, type Origin, originOf } from './origin.ts'
import type { Mail } from './parse.ts'
import { putAsAgent, putAsAutomatic, putAsRequester, putOnNew } from './put.ts'
import { ownAddresses, personAt } from './sender.ts'
import { type Signal, signalIn } from './signals.ts'
import { areTooMany } from './too-many.ts'
import { senderOf } from './vouched.ts'

type Row = typeof receivedMails.$inferSelect

/** Where a mail went: the reference of its ticket, and what an administrator should know of it. */
export type Placed = Pick<Row, 'state' | 'concern'> & { reference: string | null }

export function held(concern: NonNullable<Row['concern']>): Placed {
  return { state: 'held', concern, reference: null }
}

/**
 * Puts a mail where it belongs: on its ticket, on a new one, or with the administrators; with its files. Throws a Refusal
 * of the desk.
 */
export async function place(tx: Tx, mail: Mail): Promise<Placed> {
  const placed = await placeWords(tx, mail)
  if (placed.reference !== null) await attachFiles(tx, placed.reference, mail.files)
  return placed
}

async function placeWords(tx: Tx, mail: Mail): Promise<Placed> {
  const from = senderOf(mail)
  if (!from) return held('no-sender')
  const origin = originOf(mail)
  if (isLoop(mail, ownAddresses()) && origin.by !== 'bounce') return setAside('loop')
  const authentication = authenticationOf(mail, env().mailAuthServer)
  if (authentication === 'failed') return held('not-the-sender')
  const signal = signalIn(mail, origin.by === 'bounce' ? origin.about : [])
  if (signal.is === 'forged') return held('forged-mark')
  const sender = await personAt(tx, from.address)
  const ticket = await ticketOf(tx, signal)
  const about = { signal, sender, ticket }
  if (origin.by !== 'person') return placeAutomatic(tx, mail, origin, about)
  if (ticket && sender && mayAnswerAsRequester(sender, ticket))
    return (await likeAProgram(tx, mail, about)) ?? taken(await putAsRequester(tx, mail, sender, ticket))
  if (ticket && sender && mayWork(sender, ticket)) {
    if (signal.is !== 'valid' || !wasSentTo(signal.mark, sender.userId)) return held('not-sent-to-agent')
    if (env().mailAuthServer !== undefined && authentication !== 'passed') return held('unproven-agent')
    const like = await likeAProgram(tx, mail, about)
    return like ?? taken(await putAsAgent(tx, mail, sender, ticket, signal.mark))
  }
  const reference = await putOnNew(tx, mail, sender, { acknowledge: true })
  return { ...taken(reference), concern: ticket ? 'other-sender' : null }
}

type About = { signal: Signal; sender: Actor | undefined; ticket: Ticket | undefined }

// It stays on its ticket, where agents read it, and nobody is sent anything for it.
async function likeAProgram(tx: Tx, mail: Mail, about: About): Promise<Placed | undefined> {
  const { sender, ticket } = about
  if (!sender || !ticket || !(await areTooMany(tx, sender, ticket))) return undefined
  return { ...(await placeAutomatic(tx, mail, { by: 'automatic' }, about)), concern: 'too-many' }
}

// What a program sends changes nothing on a ticket, and nothing of ours answers it.
async function placeAutomatic(tx: Tx, mail: Mail, origin: Origin, { signal, sender, ticket }: About) {
  if (origin.by === 'bounce') await stopReturned(tx, origin)
  const belongs = ticket && (signal.is === 'valid' || (sender && mayAnswerAsRequester(sender, ticket)))
  if (belongs) {
    return taken(await putAsAutomatic(tx, mail, sender, ticket))
  }
  if (origin.by === 'bounce' || ticket) return setAside('automatic')
  return taken(await putOnNew(tx, mail, sender, { acknowledge: false }))
}

const taken = (reference: string): Placed => ({ state: 'taken', concern: null, reference })
const setAside = (concern: 'loop' | 'automatic'): Placed => ({ state: 'set-aside', concern, reference: null })

/** The ticket that a mail belongs to by its signal, locked. */
export function ticketOf(tx: Tx, signal: Signal): Promise<Ticket | undefined> {
  return signal.is === 'valid'
    ? lockById(tx, signal.mark.ticketId)
    : lockNamed(tx, signal.is === 'named' ? signal.references : [])
}
