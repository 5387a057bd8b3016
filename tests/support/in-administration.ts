import { eq, sql } from 'drizzle-orm'
import { ada, elif } from '#src/demo/cast.ts'
import { receive } from '#src/inbound/receive.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { mailboxes } from '#src/lib/db/tables/mailboxes.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { receivedMails } from '#src/lib/db/tables/received.ts'
import { mailOrders } from '#src/lib/db/tables/system.ts'
import { orderMail } from '#src/mail/order-mail.ts'
import { addTeam } from '#src/people/add-team.ts'
import { appoint } from '#src/people/appoint.ts'
import { act, asked, bring } from './desk.ts'
import { mailOf } from './mail-corpus.ts'
import { ownMailbox } from './shut-mailboxes.ts'

/** A name that nothing else has, not longer than the names of teams and policies may be. */
export const unlike = (word: string) => `${word} ${crypto.randomUUID()}`.slice(0, 50)

/** Somebody whom the desk does not know. */
export const stranger = () => ({ name: 'Ruth', email: `${crypto.randomUUID()}@kelpbay.test` })

/** An agent of the team "bookings" who has nothing in hand. Resolves to the agent's id. */
export async function newAgent(): Promise<string> {
  const input = { ...stranger(), role: 'agent' as const, team: 'bookings' }
  return (await transaction('test', tx => appoint(tx, input))).agentId
}

/** An agent who works on a ticket. */
export async function busyAgent(): Promise<string> {
  const agentId = await newAgent()
  await bring(await asked(), ada, { assigneeId: agentId })
  return agentId
}

/** An agent who was deactivated. */
export async function formerAgent(): Promise<string> {
  const agentId = await newAgent()
  await transaction('test', tx => tx.update(agents).set({ active: false }).where(eq(agents.id, agentId)))
  return agentId
}

/** A team of this name, with no agent and no ticket in it. Resolves to the team's id. */
export function newTeam(name = unlike('Team')): Promise<string> {
  return act(addTeam, ada, { name })
}

/** A team with a ticket in it. */
export async function busyTeam(): Promise<string> {
  const team = await newTeam()
  await bring(await asked(), ada, { team })
  return team
}

/** A mail to Elif that was tried in vain and given up. Resolves to its id. */
export async function mailGivenUp(): Promise<string> {
  const dedupeKey = unlike('mail')
  const [order] = await transaction('test', async tx => {
    await orderMail(tx, elif, { kind: 'opened', dedupeKey, subject: 'Hello', body: 'Hello' })
    return tx
      .update(mailOrders)
      .set({ gaveUpAt: new Date(), attempts: 10 })
      .where(eq(mailOrders.dedupeKey, dedupeKey))
      .returning({ id: mailOrders.id })
  })
  return order?.id ?? ''
}

/** A mail of somebody new that is held, with a file; where nothing else is said, another had its id. The mail's id. */
export async function heldMail(headers: Record<string, string> = {}): Promise<string> {
  const text = `It still stands on the pier: ${unlike('bicycle')}.`
  // Each from a domain of its own: one domain is not told of many mails that come from it.
  const From = `nell@${crypto.randomUUID()}.test`
  const all = {
    From,
    Subject: 'My bicycle',
    'Message-ID': `<${crypto.randomUUID()}@example.org>`,
    ...headers,
  }
  if (headers.From === undefined) await receive(mailOf(all, 'One'), mailbox)
  const raw = mailWithFile(all, text)
  await receive(raw, mailbox)
  const [mail] = await db.select({ id: receivedMails.id }).from(receivedMails).where(sql`raw = ${raw}`)
  return mail?.id ?? ''
}

const mailbox = 'support@kelpbay.test'

function mailWithFile(headers: Record<string, string>, text: string): Buffer {
  const mixed = { ...headers, 'Content-Type': 'multipart/mixed; boundary=part' }
  const file = `Content-Type: text/plain; name="list.txt"\nContent-Disposition: attachment; filename="list.txt"\n\n${text}`
  return mailOf(mixed, `--part\nContent-Type: text/plain\n\n${text}\n--part\n${file}\n--part--\n`)
}

/** A mailbox of the settings of which nothing is known. */
export async function untestedMailbox(): Promise<string> {
  const name = ownMailbox()
  await transaction('test', tx => tx.delete(mailboxes).where(eq(mailboxes.name, name)))
  return name
}
