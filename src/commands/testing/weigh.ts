import { once } from 'node:events'
import { startServer } from '#src/commands/child.ts'
import { dataFolder } from '#src/commands/embedded/folder.ts'
import { secretsIn } from '#src/commands/embedded/secrets.ts'
import { buildIfChanged } from '#src/commands/page-build.ts'
import { chromiumPath } from './chromium.ts'

/**
 * Weighs every page of the production build on a desk of its own (`tests/weigh`), and prints a table.
 * @returns the exit code: 0 only when everything is within its budget
 */
export async function runWeigh(): Promise<number | null> {
  const { actionsKey } = secretsIn(dataFolder())
  await buildIfChanged(actionsKey)
  const program = ['--conditions=react-server', '--import', 'tsx', 'tests/weigh/run.ts']
  const run = startServer(program, {
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey,
    CHROMIUM_PATH: await chromiumPath(),
  })
  const [code] = await once(run, 'exit')
  return code
}
