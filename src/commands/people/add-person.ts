import { and, desc, eq, isNull, or, sql } from 'drizzle-orm'
import { Complaint } from '#src/commands/terminal.ts'
import { orderSetPasswordMail } from '#src/identity/order-set-password-mail.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { teams } from '#src/lib/db/tables/people.ts'
import { mailOrders } from '#src/lib/db/tables/system.ts'
import { appoint } from '#src/people/appoint.ts'
import { setFirstPassword } from './set-first-password.ts'
import type { Wish } from './wish.ts'

/**
 * Makes an agent or administrator. With a password they can sign in at once; without, resolves to the text of the
 * mail that invites them, which holds the link for setting one, and which is also sent when mail is set up.
 */
export async function addPerson(tx: Tx, wish: Wish, password: string | undefined): Promise<string> {
  const { agentId: _, ...person } = await appoint(tx, { ...wish, team: await teamNamed(tx, wish.team) })
  if (password === undefined) {
    await orderSetPasswordMail(tx, person, 'invited')
    return letterTo(tx, person.userId)
  }
  await setFirstPassword(tx, person.userId, password)
  return `${person.name} can sign in with ${person.email} and that password.`
}

/** Teams are named as people say them, or by the short form in addresses. */
async function teamNamed(tx: Tx, name: string): Promise<string> {
  if (name === '') return ''
  const isIt = or(eq(teams.id, name), eq(sql`lower(${teams.name})`, name.toLowerCase()))
  const [team] = await tx
    .select({ id: teams.id })
    .from(teams)
    .where(and(isIt, isNull(teams.retiredAt)))
  if (team) return team.id
  const all = await tx.select({ name: teams.name }).from(teams).where(isNull(teams.retiredAt))
  throw new Complaint(
    `There is no team "${name}". The teams are: ${all.map(known => known.name).join(', ') || 'none yet'}.`,
  )
}

async function letterTo(tx: Tx, userId: string): Promise<string> {
  const [letter] = await tx
    .select({ body: mailOrders.body })
    .from(mailOrders)
    .where(and(eq(mailOrders.userId, userId), eq(mailOrders.kind, 'invited')))
    .orderBy(desc(mailOrders.createdAt))
    .limit(1)
  if (!letter) throw new Error('The invitation was not ordered')
  return letter.body
}
