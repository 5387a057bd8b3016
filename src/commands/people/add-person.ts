import { and, eq, isNull, or, sql } from 'drizzle-orm'
import { Complaint } from '#src/commands/terminal.ts'
import { orderSetPasswordMail } from '#src/identity/order-set-password-mail.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { teams } from '#src/lib/db/tables/people.ts'
import { appoint } from '#src/people/appoint.ts'
import { setFirstPassword } from './set-first-password.ts'
import type { Wish } from './wish.ts'

/**
 * Makes an agent or administrator and resolves to what the person at the terminal should know. With a password the
 * new one can sign in at once; without, there is a link for setting one, which is also sent when mail is set up.
 */
export async function addPerson(tx: Tx, wish: Wish, password: string | undefined): Promise<string> {
  const person = await appoint(tx, { ...wish, team: await teamNamed(tx, wish.team) })
  if (password === undefined) {
    const link = await orderSetPasswordMail(tx, person, 'invited')
    return `${person.name} can choose a password within seven days, once, at this link:\n\n${link}\n`
  }
  await setFirstPassword(tx, person, password)
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
