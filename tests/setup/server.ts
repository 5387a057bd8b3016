import type { TestProject } from 'vitest/node'
import { startPostgres } from '#tests/support/postgres-server.ts'
import { prepareTemplate } from '#tests/support/template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    superuserUrl: string
  }
}

/** One Postgres and one migrated template for the whole test command. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres()
  await prepareTemplate(server.superuserUrl)
  project.provide('superuserUrl', server.superuserUrl)
  return () => server.stop()
}
