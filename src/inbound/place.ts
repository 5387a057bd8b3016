import type { Tx } from '#src/lib/db/client.ts'
import type { receivedMails } from '#src/lib/db/tables/received.ts'
import { env } from '#src/lib/env.ts'
import { stopReturned } from '#src/mail/stop-returned.ts'
import { wasSentTo } from '#src/mail/thread-mark.ts'
import { mayAnswerAsRequester, mayWork } from '#src/tickets/policy.ts'
import { type About, signsIn } from './about.ts'
import { authenticationOf } from './authentication.ts'
import { isLoop } from './origin.ts'
import type { Mail } from './parse.ts'
import { putAsAgent, putAsAutomatic, putAsRequester, putOnNew } from './put.ts'
import { ownAddresses } from './sender.ts'
import { areTooMany } from './too-many.ts'
import { senderOf } from './vouched.ts'

type Row = typeof receivedMails.$inferSelect

/** Where a mail went: the reference of its ticket, and what an administrator should know of it. */
export type Placed = Pick<Row, 'state' | 'concern'> & { reference: string | null }

export function held(concern: NonNullable<Row['concern']>): Placed {
  return { state: 'held', concern, reference: null }
}

/** What becomes of a mail that goes nowhere, by what it says alone; undefined for one that is to be placed. */
export function setApart(mail: Mail): Placed | undefined {
  const { origin, signal } = signsIn(mail)
  if (!senderOf(mail)) return held('no-sender')
  if (isLoop(mail, ownAddresses()) && origin.by !== 'bounce') return setAside('loop')
  if (authenticationOf(mail, env().mailAuthServer) === 'failed') return held('not-the-sender')
  return signal.is === 'forged' ? held('forged-mark') : undefined
}

/**
 * Puts a mail where it belongs: on its ticket, on a new one, or with the administrators; with its files. Throws a Refusal
 * of the desk.
 */
export async function place(tx: Tx, mail: Mail, known: About): Promise<Placed> {
  const { origin, signal, sender, ticket } = known
  if (origin.by !== 'person') return placeAutomatic(tx, mail, known)
  if (ticket && sender && mayAnswerAsRequester(sender, ticket))
    return (await likeAProgram(tx, mail, known)) ?? taken(await putAsRequester(tx, mail, sender, ticket))
  if (ticket && sender && mayWork(sender, ticket)) {
    if (signal.is !== 'valid' || !wasSentTo(signal.mark, sender.userId)) return held('not-sent-to-agent')
    const { mailAuthServer } = env()
    if (mailAuthServer !== undefined && authenticationOf(mail, mailAuthServer) !== 'passed')
      return held('unproven-agent')
    const like = await likeAProgram(tx, mail, known)
    return like ?? taken(await putAsAgent(tx, mail, sender, ticket, signal.mark))
  }
  const reference = await putOnNew(tx, mail, sender, { acknowledge: true })
  return { ...taken(reference), concern: ticket ? 'other-sender' : null }
}

// It stays on its ticket, where agents read it, and nobody is sent anything for it.
async function likeAProgram(tx: Tx, mail: Mail, known: About): Promise<Placed | undefined> {
  const { sender, ticket } = known
  if (!sender || !ticket || !(await areTooMany(tx, sender, ticket))) return undefined
  const automatic = { ...known, origin: { by: 'automatic' as const } }
  return { ...(await placeAutomatic(tx, mail, automatic)), concern: 'too-many' }
}

// What a program sends changes nothing on a ticket, and nothing of ours answers it.
async function placeAutomatic(tx: Tx, mail: Mail, { origin, signal, sender, ticket }: About) {
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
