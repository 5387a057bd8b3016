import { sql } from 'drizzle-orm'
import { db } from '#src/lib/db/client.ts'
import { pendingMigrations } from '#src/lib/db/migrate.ts'
import { env } from '#src/lib/env.ts'
import { Complaint } from './terminal.ts'

/** Refuses to serve on a database of one's own, with one sentence for each thing that is not as it must be. */
export async function refuseUnfitDeployment(): Promise<void> {
  const problems = settingProblems()
  if (problems.length === 0) problems.push(...(await databaseProblems()))
  if (problems.length > 0) throw new Complaint(['Holdfast does not start.', ...problems].join('\n'))
}

function settingProblems(): string[] {
  try {
    const { authSecret, actionsKey } = env()
    return [...secretProblems(authSecret), ...keyProblems(actionsKey)]
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

function secretProblems(secret: string) {
  if (new Set(secret).size >= 12) return []
  return ['The setting BETTER_AUTH_SECRET can be guessed: make one with `openssl rand -base64 32`.']
}

function keyProblems(key: string | undefined) {
  if (key && Buffer.from(key, 'base64').length === 32) return []
  return [
    'The setting NEXT_SERVER_ACTIONS_ENCRYPTION_KEY must be 32 random bytes in base64, the same at every build: ' +
      'make one with `openssl rand -base64 32`. Without it, forms that people have open fail after each deploy.',
  ]
}

async function databaseProblems(): Promise<string[]> {
  try {
    return [...(await roleProblems()), ...(await migrationProblems())]
  } catch (error) {
    return [`The database of DATABASE_URL cannot be used: ${error instanceof Error ? error.message : error}.`]
  }
}

async function roleProblems(): Promise<string[]> {
  const [role] = await db.execute<{ name: string; all_powerful: boolean; owns_tables: boolean }>(sql`
    select rolname as name, rolsuper or rolbypassrls as all_powerful,
      exists (select 1 from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
        and pg_has_role(current_user, relowner, 'member')) as owns_tables
    from pg_roles where rolname = current_user`)
  if (!role?.all_powerful && !role?.owns_tables) return []
  const why = role.all_powerful ? 'is a superuser or may pass row security' : 'owns the tables'
  return [
    `The role "${role.name}" of DATABASE_URL ${why}, so that no rule of the database would hold. Name a role of ` +
      'its own in DATABASE_URL and the owner in DATABASE_URL_DIRECT; `npm run db:migrate` then makes the former.',
  ]
}

async function migrationProblems(): Promise<string[]> {
  const pending = await pendingMigrations(db)
  if (pending.length === 0) return []
  return ['The database lacks migrations of this version: run `npm run db:migrate` first.']
}
