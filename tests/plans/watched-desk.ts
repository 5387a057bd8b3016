import { randomBytes } from 'node:crypto'
import { freePort } from '#src/commands/embedded/port.ts'
import { fill } from '#src/demo/scale/fill.ts'
import { actingClient, directClient } from '#src/lib/db/direct.ts'
import { Restartable } from '#tests/chaos/restartable.ts'
import { clusterIn, startPostgres } from '#tests/support/postgres-server.ts'
import { shutMailboxesUrl } from '#tests/support/shut-mailboxes.ts'
import { asApp, asOwner, prepareTemplate, template } from '#tests/support/template.ts'
import { logSettings, PlanLog } from './plan-log.ts'
import { addYearsOfUse } from './years-of-use.ts'

export type WatchedDesk = Awaited<ReturnType<typeof openWatchedDesk>>

type Wish = { tickets: number; actionsKey: string; isForced: boolean; say: (words: string) => void }

/**
 * Opens a desk of the production build with so many tickets, whose database logs the plan of each statement that the desk
 * sends. What a test makes and counts itself it does as the owner of the tables, whose statements are not logged.
 */
export async function openWatchedDesk(folder: string, { tickets, actionsKey, isForced, say }: Wish) {
  const postgres = await startPostgres(folder, logSettings)
  const { superuserUrl } = postgres
  await prepareTemplate(superuserUrl)
  const [owner, app] = [asOwner(superuserUrl, template), asApp(superuserUrl, template)]
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const settings = {
    BETTER_AUTH_SECRET: randomBytes(32).toString('base64url'),
    BETTER_AUTH_URL: address,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey,
    // Nothing is sent; with a mail server the desk shows the form that has a mail tried again.
    SMTP_URL: 'smtp://127.0.0.1:9',
    IMAP_URL: shutMailboxesUrl,
    MAIL_FROM: 'Holdfast <desk@holdfast.test>',
    PUBLIC_FORM_SECONDS: '0',
    TRUSTED_PROXY_HEADER: 'x-forwarded-for',
  }
  Object.assign(process.env, settings, { DATABASE_URL: owner, DATABASE_URL_DIRECT: owner })
  await fillDesk(owner, tickets, say)

  const superuser = directClient(asSuperuser(superuserUrl))
  await superuser.unsafe(`alter role holdfast_app set session_preload_libraries = 'auto_explain'`)
  for (const [name, value] of Object.entries({ ...watching, enable_seqscan: isForced ? 'off' : 'on' }))
    await superuser.unsafe(`alter role holdfast_app set ${name} = '${value}'`)
  const server = new Restartable({
    words: ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(port)],
    settings: { ...settings, DATABASE_URL: app, DATABASE_URL_DIRECT: '' },
    isReady: () =>
      fetch(`${address}/help`).then(
        () => true,
        () => false,
      ),
  })
  const worker = new Restartable({
    words: ['--conditions=react-server', '--import', 'tsx', 'src/commands/worker.ts'],
    settings: { ...settings, DATABASE_URL: app, DATABASE_URL_DIRECT: '' },
    isReady: said => said.includes('The worker is running'),
  })
  await server.start()
  return {
    address,
    worker,
    plans: new PlanLog(clusterIn(folder), superuser),
    log: () => server.said,
    async close() {
      await worker.stop()
      await server.stop()
      await superuser.end()
      await postgres.stop()
    },
  }
}

const watching = {
  'auto_explain.log_min_duration': '0',
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_buffers': 'on',
  'auto_explain.log_timing': 'off',
  'auto_explain.log_nested_statements': 'on',
  'auto_explain.log_format': 'json',
  'auto_explain.log_parameter_max_length': '0',
}

async function fillDesk(owner: string, tickets: number, say: Wish['say']) {
  // These read the settings when they are first used.
  const { seedDemo } = await import('#src/demo/seed.ts')
  const { allTargets } = await import('#src/demo/targets.ts')
  const { transaction } = await import('#src/lib/db/client.ts')
  await seedDemo()
  const targets = await transaction('test', tx => allTargets(tx))
  const sql = actingClient(owner, 'test')
  const begun = Date.now()
  const seconds = () => Math.round((Date.now() - begun) / 1000)
  await fill(sql, {
    tickets,
    now: new Date(),
    targets,
    progress: done => {
      if (done % 100_000 === 0 || done === tickets)
        say(`${done.toLocaleString('en')} tickets, ${seconds()} s`)
    },
    made: part => say(`${part}, ${seconds()} s`),
  })
  await addYearsOfUse(sql)
  await sql.end()
}

function asSuperuser(url: string) {
  const at = new URL(url)
  at.pathname = `/${template}`
  return at.href
}
