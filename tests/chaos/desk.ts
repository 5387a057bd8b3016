import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort, isFree } from '#src/commands/embedded/port.ts'
import { openMailSink } from '#tests/support/mail-sink.ts'
import { hasPgBouncer, startPgBouncer } from '#tests/support/pgbouncer.ts'
import { startPostgres } from '#tests/support/postgres-server.ts'
import { shutMailboxesUrl } from '#tests/support/shut-mailboxes.ts'
import { appPasswords, asApp, asOwner, prepareTemplate, template } from '#tests/support/template.ts'
import { WireProxy } from '#tests/support/wire-proxy.ts'
import { Restartable } from './restartable.ts'

/** One process that serves the desk, at the end of a line to the database that can be cut. */
type Server = { address: string; isPooled: boolean; database: WireProxy; process: Restartable }

export type Desk = Awaited<ReturnType<typeof openDesk>>

export const networkHeader = 'x-network'

/**
 * Opens a desk whose every part can be killed: Postgres, PgBouncer where it is installed, two servers of the production
 * build (one straight on the database, one through the pooler), and a worker that mails into `mails`. What makes and
 * counts things in the database finds it in the environment of this process, past every line that is cut.
 * @param actionsKey the key that the build was made with
 */
export async function openDesk(folder: string, actionsKey: string) {
  let postgres = await startPostgres(folder, safeWhenKilled)
  const { port: postgresPort, superuserUrl } = postgres
  await prepareTemplate(superuserUrl)
  const direct = asApp(superuserUrl, template)
  const pooled = new URL(direct)
  const startPooler = () => startPgBouncer(folder, postgresPort, appPasswords, Number(pooled.port))
  pooled.port = String(await freePort())
  let pooler = hasPgBouncer() ? await startPooler() : undefined
  const sink = await openMailSink()
  const settings = {
    BETTER_AUTH_SECRET: randomBytes(32).toString('base64url'),
    BETTER_AUTH_URL: 'http://127.0.0.1:3000',
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey,
    SMTP_URL: sink.url,
    IMAP_URL: shutMailboxesUrl,
    MAIL_FROM: 'Holdfast <desk@holdfast.test>',
    PUBLIC_FORM_SECONDS: '0',
    TRUSTED_PROXY_HEADER: networkHeader,
    // A few people send for hundreds, and what they take out again counts as here for a day.
    UPLOAD_FILES: '50',
  }
  const owner = asOwner(superuserUrl, template)
  Object.assign(process.env, settings, { DATABASE_URL: owner, DATABASE_URL_DIRECT: owner })
  const { seedDemo } = await import('#src/demo/seed.ts')
  await seedDemo()

  const proxies = [await WireProxy.before(direct), await WireProxy.before(pooler ? pooled.href : direct)]
  const open = (proxy: WireProxy, index: number) =>
    opened(proxy, index === 1 && pooler !== undefined, direct, settings)
  const servers = await Promise.all(proxies.map(open))
  const worker = workerOn(direct, settings)
  await worker.start()
  return {
    servers,
    worker,
    superuserUrl,
    mails: sink.mails,
    log: () => servers.map(({ process: { said } }) => said).join('') + worker.said,
    /** Kills the server of the database as the kernel does when memory is short, and starts it again. */
    async killPostgres() {
      postgres.server.kill('SIGKILL')
      // A backend that it had just begun listens on for a moment; a server that starts then would take another port.
      await persistently(async () => {
        if (!(await isFree(postgresPort, '127.0.0.1'))) throw new Error('The port of Postgres is not free')
      })
      postgres = await persistently(() => startPostgres(folder, safeWhenKilled))
    },
    restartPooler: pooler && restartPooler,
    async close() {
      await Promise.all([...servers.map(({ process: server }) => server.stop()), worker.stop()])
      await Promise.all(proxies.map(proxy => proxy.close()))
      await sink.close()
      await pooler?.stop()
      await postgres.stop()
    },
  }

  async function restartPooler() {
    await pooler?.stop()
    pooler = await persistently(startPooler)
  }
}

async function opened(
  database: WireProxy,
  isPooled: boolean,
  url: string,
  settings: Record<string, string>,
): Promise<Server> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const server = new Restartable({
    words: ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(port)],
    settings: { ...settings, DATABASE_URL: database.through(url), DATABASE_URL_DIRECT: '' },
    isReady: () =>
      fetch(`${address}/help`).then(
        () => true,
        () => false,
      ),
  })
  await server.start()
  return { address, isPooled, database, process: server }
}

function workerOn(url: string, settings: Record<string, string>): Restartable {
  return new Restartable({
    words: ['--conditions=react-server', '--import', 'tsx', 'src/commands/worker.ts'],
    settings: { ...settings, DATABASE_URL: url, DATABASE_URL_DIRECT: '' },
    isReady: said => said.includes('The worker is running'),
  })
}

// Whoever is killed while it writes a page may have written half of it.
const safeWhenKilled = ['full_page_writes=on']

// The old processes of a server that was killed may not have let go of its memory yet.
async function persistently<T>(begin: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await begin()
    } catch (error) {
      if (tries === 40) throw error
      await wait(250)
    }
  }
}
