import type { TestProject } from 'vitest/node'
import type { RunningCluster } from '#src/commands/embedded/cluster.ts'
import { hasPgBouncer, type PgBouncer, startPgBouncer } from '#tests/support/pgbouncer.ts'
import { startPostgres } from '#tests/support/postgres-server.ts'
import { makeRunFolder, removeRunFolder } from '#tests/support/run-folder.ts'
import { appPasswords, prepareTemplate } from '#tests/support/template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    superuserUrl: string
    poolerPort: number
  }
}

type Running = { folder: string; postgres: RunningCluster; pooler: PgBouncer | undefined }

// Each way is a project and each project runs this; the servers are started once for all of them.
const key = Symbol.for('holdfast.test.servers')
const shared = globalThis as { [key]?: Promise<Running> }

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared[key] ??= start()
  const { postgres, pooler } = await shared[key]
  project.provide('superuserUrl', postgres.superuserUrl)
  project.provide('poolerPort', pooler?.port ?? 0)
  return stop
}

async function start(): Promise<Running> {
  const folder = await makeRunFolder()
  const postgres = await startPostgres(folder)
  await prepareTemplate(postgres.superuserUrl)
  const pooler = hasPgBouncer() ? await startPgBouncer(folder, postgres.port, appPasswords) : undefined
  return { folder, postgres, pooler }
}

async function stop(): Promise<void> {
  const running = await shared[key]
  shared[key] = undefined
  await running?.pooler?.stop()
  await running?.postgres.stop()
  if (running) removeRunFolder(running.folder)
}
