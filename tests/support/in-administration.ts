import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { ada, elif } from '#src/demo/cast.ts'
import { transaction } from '#src/lib/db/client.ts'
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

/** A mail with a file that is held as `receive` holds it: it says nowhere who wrote it, or has the id of another. Its id. */
export async function heldMail(headers: Record<string, string> = {}): Promise<string> {
  // Each from a domain of its own: one domain is not told of many mails that come from it.
  const all = { From: `nell@${crypto.randomUUID()}.test`, Subject: 'My bicycle', ...headers }
  const raw = mailWithFile(all, `It still stands on the pier: ${unlike('bicycle')}.`)
  const key = createHash('sha256').update(raw).digest('hex')
  const [mail] = await transaction('test', tx =>
    tx
      .insert(receivedMails)
      .values({
        mailbox: 'support@kelpbay.test',
        messageId: key,
        contents: key,
        raw,
        size: raw.length,
        fromAddress: all.From,
        subject: all.Subject,
        state: 'held',
        concern: all.From === '' ? 'no-sender' : 'same-id',
      })
      .returning({ id: receivedMails.id }),
  )
  return mail?.id ?? ''
}

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
