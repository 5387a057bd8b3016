import type postgres from 'postgres'
import { elif, mira } from '#src/demo/cast.ts'

/** Who reads which pages of a desk. */
export type Read = { agent: string; customer: string; ticket: string }

/**
 * Chooses who reads what: Mira, a ticket of Elif's with five messages, which each desk has, and the customer with the
 * most tickets, who is given the password of the demo. `sql` may write.
 */
export async function whatIsRead(sql: postgres.Sql): Promise<Read> {
  const [busiest] = await sql<{ id: string; email: string }[]>`
    select id, email from "user" where id =
      (select requester_id from tickets group by requester_id order by count(*) desc, requester_id limit 1)`
  const [told] = await sql<{ reference: string }[]>`
    select reference from tickets where requester_id = ${elif.userId}
      and (select count(*) from ticket_messages where ticket_id = tickets.id) = 5
    order by status_rank, created_at limit 1`
  if (!busiest || !told) throw new Error('This desk has nothing to read')
  await sql`
    insert into account (id, account_id, provider_id, user_id, password)
    select ${`${busiest.id}-password`}, ${busiest.id}, provider_id, ${busiest.id}, password
    from account where user_id = ${elif.userId} and not exists (select from account where user_id = ${busiest.id})`
  return { agent: mira.email, customer: busiest.email, ticket: told.reference }
}
