import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { serverAccount } from '#src/commands/embedded/account.ts'
import { freePort } from '#src/commands/embedded/port.ts'
import { postgresPrograms } from '#src/commands/embedded/programs.ts'
import { clusterIn } from './postgres-server.ts'
import { poolerNote } from './run-folder.ts'

export type PgBouncer = { port: number; stop: () => Promise<void> }

/** True where the `pgbouncer` program is installed (Debian: `apt-get install pgbouncer`). */
export function hasPgBouncer(): boolean {
  return spawnSync(program, ['--version'], { env }).status === 0
}

/**
 * PgBouncer in transaction mode before the server on `postgresPort`, for the users with these passwords, on any port or
 * the wanted one, with settings of our own or the given ones.
 */
export async function startPgBouncer(
  folder: string,
  postgresPort: number,
  passwords: Record<string, string>,
  wanted?: number,
  textOf = settingsText,
): Promise<PgBouncer> {
  const port = wanted ?? (await freePort())
  const users = Object.entries(passwords).map(([name, password]) => `"${name}" "${password}"\n`)
  const settings = join(folder, 'pgbouncer.ini')
  const userlist = join(folder, 'users.txt')
  writeFileSync(userlist, users.join(''))
  writeFileSync(settings, textOf(port, postgresPort, userlist))
  // Like Postgres it refuses to run as root, and it may have to pass through a closed folder.
  const account = serverAccount(clusterIn(folder), postgresPrograms().postgres)
  const { file, words, ids } = account.start(program, [settings])
  const child = spawn(file, words, { ...ids, env, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] })
  writeFileSync(poolerNote(folder), String(child.pid))
  process.once('exit', () => child.kill('SIGKILL'))
  await listening(child)
  return { port, stop: () => stopped(child) }
}

const program = 'pgbouncer'
const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/usr/local/sbin` }

// Neon's pooled endpoint is PgBouncer in this mode. A failed server login is tried again after a second.
const settingsText = (port: number, postgresPort: number, userlist: string) => `
[databases]
* = host=127.0.0.1 port=${postgresPort}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = plain
auth_file = ${userlist}
pool_mode = transaction
default_pool_size = 12
max_client_conn = 500
server_login_retry = 1
server_idle_timeout = 5
verbose = 0
`

function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', chunk => {
      said += chunk
      if (/process up/.test(said)) resolve()
    })
    child.on('error', reject)
    child.on('exit', () => reject(new Error(`PgBouncer did not start:\n${said}`)))
  })
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    child.on('exit', () => resolve())
    child.kill('SIGINT')
    setTimeout(() => child.kill('SIGKILL'), 3000).unref()
  })
}
