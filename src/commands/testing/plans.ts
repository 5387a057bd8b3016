import { once } from 'node:events'
import { startServer } from '#src/commands/child.ts'
import { dataFolder } from '#src/commands/embedded/folder.ts'
import { secretsIn } from '#src/commands/embedded/secrets.ts'
import { buildIfChanged } from '#src/commands/page-build.ts'

/**
 * Looks at the plan of every statement of every page and form on a desk of its own with many tickets (`tests/plans`), and
 * prints a table.
 * @param words what the command line says, such as `--tickets 20000`
 * @returns the exit code: 0 only when every plan is as it should be
 */
export async function runPlans(words: string[]): Promise<number | null> {
  const { actionsKey } = secretsIn(dataFolder())
  await buildIfChanged(actionsKey)
  const program = ['--conditions=react-server', '--import', 'tsx', 'tests/plans/run.ts', ...words]
  const run = startServer(program, { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey })
  const [code] = await once(run, 'exit')
  return code
}
