import { superuser } from './outside.ts'

/** Makes everything of a ticket as if it had happened this many minutes earlier. History itself cannot be rewritten. */
export async function turnBack(reference: string, minutes: number): Promise<void> {
  const sql = superuser()
  const earlier = (column: string) =>
    sql`${sql(column)} = ${sql(column)} - make_interval(secs => ${minutes * 60})`
  try {
    await sql.begin(async tx => {
      await tx`set local session_replication_role = replica`
      await tx`update ticket_events set ${earlier('at')}
        where ticket_id = (select id from tickets where reference = ${reference})`
      await tx`update ticket_messages set ${earlier('created_at')}
        where ticket_id = (select id from tickets where reference = ${reference})`
      await tx`update tickets set ${earlier('created_at')}, ${earlier('solved_at')}, ${earlier('due_at')},
        ${earlier('first_response_due_at')}, ${earlier('next_reply_due_at')}, ${earlier('resolve_due_at')}
        where reference = ${reference}`
    })
  } finally {
    await sql.end()
  }
}
