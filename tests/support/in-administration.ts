import { eq } from 'drizzle-orm'
import { ada, elif } from '#src/demo/cast.ts'
import { transaction } from '#src/lib/db/client.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { mailOrders } from '#src/lib/db/tables/system.ts'
import { orderMail } from '#src/mail/order-mail.ts'
import { addTeam } from '#src/people/add-team.ts'
import { appoint } from '#src/people/appoint.ts'
import { act, asked, bring } from './desk.ts'

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
