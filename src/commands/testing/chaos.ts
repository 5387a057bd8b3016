import { once } from 'node:events'
import { startServer } from '#src/commands/child.ts'
import { dataFolder } from '#src/commands/embedded/folder.ts'
import { secretsIn } from '#src/commands/embedded/secrets.ts'
import { buildIfChanged } from '#src/commands/page-build.ts'

/**
 * Sends every form of the production build under faults (`tests/chaos`); the build is made when the sources have changed.
 * @param words what the command line says, such as `--submissions 500`
 * @returns the exit code: 0 only when every promise was kept
 */
export async function runChaos(words: string[]): Promise<number | null> {
  const { actionsKey } = secretsIn(dataFolder())
  await buildIfChanged(actionsKey)
  const program = ['--conditions=react-server', '--import', 'tsx', 'tests/chaos/run.ts']
  // It has servers of its own, so it ends with us, however we end.
  const run = startServer([...program, ...words], { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey })
  const [code] = await once(run, 'exit')
  return code
}
