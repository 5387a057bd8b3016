import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { endChild } from '#src/commands/child.ts'
import { Complaint } from '#src/commands/terminal.ts'
import { type Account, serverAccount } from './account.ts'
import { endLeftover } from './leftover.ts'
import { makeCluster } from './make-cluster.ts'
import { freePort } from './port.ts'
import { postgresPrograms } from './programs.ts'
import { rememberedPort } from './remembered.ts'

type Cluster = { folder: string; superuserPassword: string; settings?: string[] }

/** A running server: the address of its superuser (database `postgres`), and how to end it. */
export type RunningCluster = {
  server: ChildProcess
  port: number
  superuserUrl: string
  stop: () => Promise<void>
}

/**
 * Starts PostgreSQL on 127.0.0.1 with its files in `folder` (an absolute path), made at the first call. It keeps
 * its port while that is free. A server that an earlier, killed command left behind is ended first. Its own words
 * go to the file `<folder>.log`. Throws a Complaint when it does not come up within 30 seconds.
 */
export async function startCluster({
  folder,
  superuserPassword,
  settings = [],
}: Cluster): Promise<RunningCluster> {
  const programs = postgresPrograms()
  const account = serverAccount(folder, programs.postgres)
  if (!existsSync(join(folder, 'PG_VERSION')))
    makeCluster(folder, superuserPassword, programs.initdb, account)
  await endLeftover(folder)
  const port = await freePort(rememberedPort(folder))
  writeFileSync(`${folder}.port`, String(port))
  const log = `${folder}.log`
  const server = begin(programs.postgres, folder, [...ownSettings(port), ...settings], account, log)
  // However this process exits, short of kill -9, it leaves no server behind.
  process.once('exit', () => server.kill('SIGINT'))
  const superuserUrl = `postgres://postgres:${superuserPassword}@127.0.0.1:${port}/postgres`
  await answering(superuserUrl, server, log)
  return { server, port, superuserUrl, stop: () => endChild(server, 'SIGINT') }
}

function ownSettings(port: number) {
  return ['listen_addresses=127.0.0.1', 'unix_socket_directories=', `port=${port}`]
}

function begin(program: string, folder: string, settings: string[], account: Account, log: string) {
  const flags = settings.flatMap(setting => ['-c', setting])
  const { file, words, ids } = account.start(program, ['-D', folder, ...flags])
  const output = openSync(log, 'a', 0o600)
  const child = spawn(file, words, { ...ids, cwd: '/', stdio: ['ignore', output, output] })
  closeSync(output)
  return child
}

async function answering(url: string, child: ChildProcess, log: string) {
  const deadline = Date.now() + 30_000
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => undefined })
    const answered = await sql`select 1`.then(
      () => true,
      () => false,
    )
    await sql.end({ timeout: 1 })
    if (answered) return
    await wait(50)
  }
  await endChild(child, 'SIGINT')
  throw new Complaint(`PostgreSQL did not come up. Its last words stand in ${log}.`)
}
