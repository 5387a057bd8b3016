import { randomBytes } from 'node:crypto'
import { startPgBouncer } from '#tests/support/pgbouncer.ts'
import { startPostgres } from '#tests/support/postgres-server.ts'
import { appPasswords, asApp, asOwner, prepareTemplate, template } from '#tests/support/template.ts'

/** A migrated database that is reached through PgBouncer in transaction mode, with the settings of a deployment. */
export async function openPooledDatabase(folder: string, address: string) {
  const postgres = await startPostgres(folder)
  await prepareTemplate(postgres.superuserUrl)
  const pooler = await startPgBouncer(folder, postgres.port, appPasswords)
  const throughPooler = new URL(asApp(postgres.superuserUrl, template))
  throughPooler.port = String(pooler.port)
  return {
    settings: {
      DATABASE_URL: throughPooler.href,
      DATABASE_URL_DIRECT: asOwner(postgres.superuserUrl, template),
      BETTER_AUTH_SECRET: randomBytes(32).toString('base64url'),
      BETTER_AUTH_URL: address,
      HOST: '127.0.0.1',
    },
    stop: async () => {
      await pooler.stop()
      await postgres.stop()
    },
  }
}
