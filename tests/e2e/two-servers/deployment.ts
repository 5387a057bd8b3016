import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { freePort } from '#src/commands/embedded/port.ts'
import { directClient } from '#src/lib/db/direct.ts'
import { makeDemo } from '#tests/e2e/desk/own-database.ts'
import { BrowserWire } from '#tests/support/browser-wire.ts'
import { openMailSink } from '#tests/support/mail-sink.ts'
import { startPgBouncer } from '#tests/support/pgbouncer.ts'
import { startPostgres } from '#tests/support/postgres-server.ts'
import { makeRunFolder, removeRunFolder } from '#tests/support/run-folder.ts'
import { shutMailboxesUrl } from '#tests/support/shut-mailboxes.ts'
import { appPasswords, asApp, asOwner, prepareTemplate, template } from '#tests/support/template.ts'
import { certificateFile } from '#tests/support/tls-front.ts'
import { filledIn } from './filled-in.ts'
import { startNginx } from './nginx.ts'
import { Server } from './server.ts'

export type Deployment = Awaited<ReturnType<typeof openDeployment>>

/**
 * Two servers with a worker each, behind nginx and before PgBouncer and Postgres, from the files of deploy/. The first
 * server stands at the end of a line that can be cut. It serves the build of this run, with a demo desk of its own.
 */
export async function openDeployment() {
  const folder = await makeRunFolder()
  const postgres = await startPostgres(folder)
  await prepareTemplate(postgres.superuserUrl)
  const owner = asOwner(postgres.superuserUrl, template)
  const pooler = await startPgBouncer(folder, postgres.port, appPasswords, undefined, poolerSettings)
  const pooled = new URL(`${asApp(postgres.superuserUrl, template)}?pgbouncer=true`)
  pooled.port = String(pooler.port)
  const sink = await openMailSink()
  const httpsPort = String(await freePort())
  const address = `https://localhost:${httpsPort}`
  const settings = {
    DATABASE_URL: pooled.href,
    DATABASE_POOL_MAX: '5',
    BETTER_AUTH_SECRET: randomBytes(32).toString('base64url'),
    BETTER_AUTH_URL: address,
    TRUSTED_PROXY_HEADER: 'x-real-ip',
    SMTP_URL: sink.url,
    IMAP_URL: shutMailboxesUrl,
    MAIL_FROM: 'Holdfast <desk@holdfast.test>',
    PUBLIC_FORM_SECONDS: '0',
  }
  await makeDemo({ ...settings, DATABASE_URL_DIRECT: owner, HOLDFAST_DATA: folder })
  const [first, second] = [await freePort(), await freePort()].map(
    port => new Server(port, { ...settings, HOLDFAST_DATA: join(folder, String(port)) }),
  ) as [Server, Server]
  await Promise.all([first.start(), second.start()])
  const line = await BrowserWire.before(`http://127.0.0.1:${first.port}`)
  const [firstPlace, secondPlace] = [new URL(line.address).host, `127.0.0.1:${second.port}`]
  const nginx = await startNginx(folder, {
    HOLDFAST_FIRST: firstPlace,
    HOLDFAST_SECOND: secondPlace,
    HOLDFAST_HTTP_PORT: String(await freePort()),
    HOLDFAST_HTTPS_PORT: httpsPort,
    HOLDFAST_NAME: 'localhost',
    HOLDFAST_ADDRESS: address,
    HOLDFAST_CERTIFICATE: certificateFile,
    HOLDFAST_CERTIFICATE_KEY: certificateFile.replace(/crt$/, 'key'),
  })
  const database = directClient(owner)
  return {
    address,
    first,
    second,
    /** The line from nginx to the first server. */
    line,
    /** How nginx calls them in what it writes down. */
    places: [firstPlace, secondPlace] as const,
    passed: nginx.passed,
    database,
    mails: sink.mails,
    async close() {
      await nginx.stop()
      await Promise.all([first.end(), second.end()])
      await line.close()
      await sink.close()
      await database.end()
      await pooler.stop()
      await postgres.stop()
      removeRunFolder(folder)
    },
  }
}

function poolerSettings(port: number, postgresPort: number, userlist: string): string {
  return filledIn('deploy/pgbouncer/pgbouncer.ini.template', {
    HOLDFAST_DATABASE: template,
    HOLDFAST_POSTGRES_HOST: '127.0.0.1',
    HOLDFAST_POSTGRES_PORT: String(postgresPort),
    HOLDFAST_POOLER_HOST: '127.0.0.1',
    HOLDFAST_POOLER_PORT: String(port),
    HOLDFAST_POOLER_USERS: userlist,
  })
}
