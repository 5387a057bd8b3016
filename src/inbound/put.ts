import type { Actor, Agent } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import type { ThreadMark } from '#src/mail/thread-mark.ts'
import type { Ticket } from '#src/tickets/find.ts'
import { openAs } from '#src/tickets/open-ticket.ts'
import { writeAsRequester } from '#src/tickets/reply.ts'
import { work } from '#src/tickets/work.ts'
import { writeDown } from '#src/tickets/write-down.ts'
import { enclosedIn } from './enclosed.ts'
import type { Mail } from './parse.ts'
import { newPerson } from './sender.ts'
import { subjectOf, wordingOf } from './wording.ts'

/** Puts a mail onto its ticket as what the requester says, or onto a new one that follows it. The reference of either. */
export async function putAsRequester(tx: Tx, mail: Mail, requester: Actor, ticket: Ticket): Promise<string> {
  const answer = { ...saidIn(mail), channel: 'email', acknowledge: 'few' } as const
  return (await writeAsRequester(tx, requester, ticket, answer)).reference
}

/** Puts a mail onto its ticket as the reply of an agent, or as a note where it answers an internal mail. */
export async function putAsAgent(
  tx: Tx,
  mail: Mail,
  agent: Agent,
  ticket: Ticket,
  { isInternal }: Pick<ThreadMark, 'isInternal'>,
): Promise<string> {
  const { body, enclosed } = saidIn(mail)
  await work(tx, agent, ticket, isInternal ? { note: body, enclosed } : { reply: body, enclosed })
  return ticket.reference
}

/** Puts onto its ticket what a program sent: it changes nothing there, and nothing of ours answers it. */
export async function putAsAutomatic(
  tx: Tx,
  mail: Mail,
  sender: Actor | undefined,
  ticket: Ticket,
): Promise<string> {
  const author = sender ?? (await newPerson(tx, mail))
  const message = { ...saidIn(mail), isInternal: true }
  await writeDown(tx, author, ticket, { kind: 'received', message })
  return ticket.reference
}

/** Puts a mail onto a new ticket of its sender, who becomes a customer where the desk does not know them. */
export async function putOnNew(
  tx: Tx,
  mail: Mail,
  sender: Actor | undefined,
  { acknowledge }: { acknowledge: boolean },
): Promise<string> {
  const requester = sender ?? (await newPerson(tx, mail))
  return openAs(tx, requester, {
    ...saidIn(mail),
    subject: subjectOf(mail),
    priority: 'normal',
    requester,
    channel: 'email',
    acknowledge: acknowledge && 'few',
  })
}

const saidIn = (mail: Mail) => ({ body: wordingOf(mail).body, enclosed: enclosedIn(mail) })
