import type { z } from 'zod'
import { keptFiles } from '#src/files/attach-kept.ts'
import type { Actor, Agent } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { alreadySaid, type Said } from './already-said.ts'
import { lockTicket, type Ticket, toWorkOn } from './find.ts'
import type { replyForm } from './forms.ts'
import { followUp, type Way } from './open-ticket.ts'
import { mayAnswerAsRequester } from './policy.ts'
import { refuseIfOvertaken } from './refuse-if-overtaken.ts'
import { returningSeat } from './returning-seat.ts'
import { transition } from './status.ts'
import { work } from './work.ts'
import { workBeside } from './work-beside.ts'
import { soFar, type Words, writeDown } from './write-down.ts'

type Answer = z.output<typeof replyForm>
type Answered = {
  reference: string
  as: 'requester' | 'agent'
  done: 'reply-sent' | 'followed-up' | 'already-sent' | 'already-sent-changed'
}

/**
 * Answers in public, as the requester or as an agent. Resolves to the reference of the ticket that holds the
 * answer: a new one when a requester writes to a closed ticket, which stays untouched.
 */
export async function reply(tx: Tx, actor: Actor, input: Answer): Promise<Answered> {
  const [ticket, said, files] = await Promise.all([
    lockTicket(tx, actor, input.reference),
    alreadySaid(tx, actor, { ...input, isInternal: false }),
    keptFiles(tx, actor, input.files),
  ])
  if (!mayAnswerAsRequester(actor, ticket))
    return answerAsAgent(tx, ...toWorkOn(actor, ticket), { ...input, files }, said)
  if (said) return { reference: said.reference, as: 'requester', done: 'already-sent' }
  return {
    as: 'requester',
    ...(await writeAsRequester(tx, actor, ticket, {
      body: input.body,
      files,
      language: input.language,
    })),
  }
}

async function answerAsAgent(
  tx: Tx,
  agent: Agent,
  ticket: Ticket,
  input: Omit<Answer, 'files'> & Pick<Words, 'files'>,
  said?: Said,
): Promise<Answered> {
  const here = { reference: ticket.reference, as: 'agent' } as const
  if (said) return { ...here, done: await workBeside(tx, agent, ticket, input, said) }
  await refuseIfOvertaken(tx, agent, ticket, input.seen)
  await work(tx, agent, ticket, {
    reply: input.body,
    files: input.files,
    language: input.language,
    status: input.status,
  })
  return { ...here, done: 'reply-sent' }
}

/** Writes what the requester says on a locked ticket of theirs, or on a new one that follows it. */
export async function writeAsRequester(
  tx: Tx,
  actor: Actor,
  ticket: Ticket,
  said: Words & Way,
): Promise<Pick<Answered, 'reference' | 'done'>> {
  const outcome = transition(ticket.status, 'customer-writes')
  if (outcome.refused !== undefined)
    return { reference: await followUp(tx, actor, ticket, said), done: 'followed-up' }
  const { body, files, enclosed, language } = said
  const message = { body, files, enclosed, language, isInternal: false }
  const [seat, before] = await Promise.all([outcome.reopened && returningSeat(tx, ticket), soFar(tx, ticket)])
  const fields = { status: outcome.next, ...seat }
  await writeDown(tx, actor, ticket, { kind: 'wrote', message, fields, reopened: outcome.reopened }, before)
  return { reference: ticket.reference, done: 'reply-sent' }
}
