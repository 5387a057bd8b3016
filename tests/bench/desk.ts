import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bringUpToDate } from '#src/commands/database/bring-up-to-date.ts'
import { type RunningCluster, startCluster } from '#src/commands/embedded/cluster.ts'
import { addressesIn } from '#src/commands/embedded/remembered.ts'
import { secretsIn } from '#src/commands/embedded/secrets.ts'
import { actingClient, directClient } from '#src/lib/db/direct.ts'
import { pin } from './cores.ts'
import { whatIsRead } from './what-is-read.ts'

export type Desk = Awaited<ReturnType<typeof openDatabase>>

/** Fills a desk with so many tickets, in a folder of its own, unless an earlier run has left one. */
export async function fillDesk(data: string, tickets: number, fresh: boolean): Promise<void> {
  const folder = folderOf(data, tickets)
  const filled = join(folder, 'filled')
  if (existsSync(filled) && !fresh) return
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const env = { ...process.env, HOLDFAST_DATA: folder, DATABASE_URL: '', DATABASE_URL_DIRECT: '' }
  const words = ['src/commands/run.mjs', 'scale-seed', '--tickets', String(tickets)]
  const [code] = await once(
    spawn(process.execPath, words, { env, stdio: ['ignore', 'inherit', 'inherit'] }),
    'exit',
  )
  if (code !== 0) throw new Error(`The desk of ${tickets} tickets could not be filled`)
  writeFileSync(filled, '')
}

/** Starts the database of a filled desk, beside the core of the server. */
export async function openDatabase(data: string, tickets: number) {
  const folder = folderOf(data, tickets)
  const { superuserPassword, authSecret } = secretsIn(folder)
  const cluster = await startCluster({ folder: join(folder, 'postgres'), superuserPassword })
  pin(cluster.server.pid, 'others')
  const addresses = addressesIn(folder)
  await bringUpToDate(addresses)
  const sql = actingClient(addresses.ownerUrl, 'command:bench')
  const reads = await whatIsRead(sql)
  await sql.end()
  return {
    tickets,
    reads,
    ownerUrl: addresses.ownerUrl,
    superuserUrl: cluster.superuserUrl,
    log: join(folder, 'postgres.log'),
    version: await versionOf(cluster),
    settings: { DATABASE_URL: addresses.appUrl, DATABASE_URL_DIRECT: '', BETTER_AUTH_SECRET: authSecret },
    stop: cluster.stop,
  }
}

const folderOf = (data: string, tickets: number) => join(data, `desk-${tickets}`)

async function versionOf({ superuserUrl }: RunningCluster): Promise<string> {
  const sql = directClient(superuserUrl)
  const [found] = await sql<{ version: string }[]>`select current_setting('server_version') as version`
  await sql.end()
  return found?.version ?? ''
}
