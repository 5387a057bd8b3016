import type postgres from 'postgres'
import { endpointOf } from './endpoint.ts'

/**
 * Makes the application's role (name and password from `appUrl`) and gives it what serving needs: rows of all
 * tables, no table of its own, and limits that no statement can outlive. Repeatable. `owner` is the connection
 * of the role that migrated.
 */
export async function prepareRoles(owner: postgres.Sql, appUrl: string): Promise<void> {
  const { user, password } = endpointOf(appUrl)
  const [here] = await owner<{ user: string; database: string }[]>`
    select current_user as user, current_database() as database`
  if (!here || here.user === user) {
    throw new Error(
      'DATABASE_URL and DATABASE_URL_DIRECT name the same role: the application needs one that owns no tables.',
    )
  }
  const role = quoted(user)
  const [known] = await owner`select 1 from pg_roles where rolname = ${user}`
  if (!known) await owner.unsafe(`create role ${role} login password ${literal(password)}`)
  await owner.unsafe(`
    alter role ${role} set statement_timeout = '8s';
    alter role ${role} set lock_timeout = '2s';
    alter role ${role} set idle_in_transaction_session_timeout = '10s';
    grant connect on database ${quoted(here.database)} to ${role};
    grant usage on schema public, drizzle to ${role};
    revoke create on schema public from public;
    grant select, insert, update, delete on all tables in schema public to ${role};
    grant usage on all sequences in schema public to ${role};
    revoke update on ticket_events, ticket_messages, attachments, file_chunks from ${role};
    grant update (description) on attachments to ${role};
    revoke delete, truncate on ticket_events, ticket_messages, attachments from ${role};
    grant select on drizzle.__drizzle_migrations to ${role};
    alter default privileges in schema public grant select, insert, update, delete on tables to ${role};
    alter default privileges in schema public grant usage on sequences to ${role};
  `)
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`
