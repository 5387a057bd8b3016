import { eq } from 'drizzle-orm'
import { retry } from '#actions/mail/retry.ts'
import { addTeam } from '#actions/people/add-team.ts'
import { changeAgent } from '#actions/people/change-agent.ts'
import { deactivate } from '#actions/people/deactivate.ts'
import { invite } from '#actions/people/invite.ts'
import { reactivate } from '#actions/people/reactivate.ts'
import { renameTeam } from '#actions/people/rename-team.ts'
import { retireTeam } from '#actions/people/retire-team.ts'
import { addPolicy } from '#actions/sla/add-policy.ts'
import { changePolicy } from '#actions/sla/change-policy.ts'
import { makeDefault } from '#actions/sla/make-default.ts'
import { removePolicy } from '#actions/sla/remove-policy.ts'
import { ada, elif } from '#src/demo/cast.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { slaPolicies } from '#src/lib/db/tables/sla.ts'
import { mailOrders } from '#src/lib/db/tables/system.ts'
import { orderMail } from '#src/mail/order-mail.ts'
import { addTeam as makeTeam } from '#src/people/add-team.ts'
import { appoint } from '#src/people/appoint.ts'
import { seenOfAgent } from '#src/people/seen.ts'
import { addPolicy as makePolicy } from '#src/sla/add-policy.ts'
import { seenOfPolicy } from '#src/sla/policy.ts'
import { act, asked, bring } from '#tests/support/desk.ts'
import type { Fields } from '#tests/support/post.ts'
import type { Door } from './doors.ts'

const unlike = (word: string) => `${word} ${crypto.randomUUID()}`.slice(0, 50)
const targets = { firstResponseMins: 30, nextReplyMins: 30, resolveMins: 480 }
const person = () => ({ name: 'Ruth', email: `${crypto.randomUUID()}@kelpbay.test` })

/** The actions of administration, by their path below `actions/`. */
export const adminDoors: Record<string, Door> = {
  'mail/retry': door(retry, async () => ({ mailId: await mailGivenUp() })),
  'people/add-team': door(addTeam, async () => ({ name: unlike('Team') }), { teams: 1 }),
  'people/change-agent': door(changeAgent, async () => ({
    agentId: await newAgent(),
    role: 'admin',
    team: 'access',
    seen: seenOfAgent({ role: 'agent', team: 'bookings' }),
  })),
  'people/deactivate': door(deactivate, async () => ({ agentId: await busyAgent() }), { ticket_events: 1 }),
  'people/invite': door(invite, async () => ({ ...person(), role: 'agent', team: 'access' }), {
    user: 1,
    agents: 1,
    mail_orders: 1,
    verification: 1,
  }),
  'people/reactivate': door(reactivate, async () => ({ agentId: await formerAgent() })),
  'people/rename-team': door(renameTeam, async () => {
    const seen = unlike('Team')
    return { teamId: await act(makeTeam, ada, { name: seen }), name: unlike('Crew'), seen }
  }),
  'people/retire-team': door(retireTeam, async () => ({ teamId: await busyTeam() }), { ticket_events: 1 }),
  'sla/add-policy': door(addPolicy, async () => ({ ...targets, name: unlike('Terms'), priority: 'high' }), {
    sla_policies: 1,
  }),
  'sla/change-policy': door(changePolicy, async () => {
    const { id: policyId, ...row } = await newPolicy()
    return { ...targets, policyId, name: row.name, resolveMins: 900, seen: seenOfPolicy(row) }
  }),
  'sla/make-default': door(makeDefault, async () => ({ policyId: (await newPolicy()).id })),
  'sla/remove-policy': door(removePolicy, async () => ({ policyId: (await newPolicy()).id }), {
    sla_policies: -1,
  }),
}

function door(action: Door['action'], ready: () => Promise<Fields>, adds: Door['adds'] = {}): Door {
  return { action, by: ada, ready, adds }
}

async function newAgent() {
  const input = { ...person(), role: 'agent' as const, team: 'bookings' }
  return (await transaction('test', tx => appoint(tx, input))).agentId
}

async function busyAgent() {
  const agentId = await newAgent()
  await bring(await asked(), ada, { assigneeId: agentId })
  return agentId
}

async function formerAgent() {
  const agentId = await newAgent()
  await transaction('test', tx => tx.update(agents).set({ active: false }).where(eq(agents.id, agentId)))
  return agentId
}

async function busyTeam() {
  const team = await act(makeTeam, ada, { name: unlike('Team') })
  await bring(await asked(), ada, { team })
  return team
}

async function newPolicy() {
  const id = await act(makePolicy, ada, { ...targets, name: unlike('Terms'), priority: 'high' })
  const [row] = await db.select().from(slaPolicies).where(eq(slaPolicies.id, id))
  if (!row) throw new Error(`There is no policy ${id}`)
  return row
}

async function mailGivenUp() {
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
