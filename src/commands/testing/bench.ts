import { once } from 'node:events'
import { join } from 'node:path'
import { startServer } from '#src/commands/child.ts'
import { dataFolder } from '#src/commands/embedded/folder.ts'
import { secretsIn } from '#src/commands/embedded/secrets.ts'
import { claim, release } from '#src/commands/setup/claim.mjs'
import { Complaint } from '#src/commands/terminal.ts'

/**
 * Measures the production build on desks of several sizes (`tests/bench`), and prints tables.
 * @param words what the command line says, such as `--tickets 1000,100000 --rounds 5`
 * @returns the exit code: 0 when it was measured, whatever came out
 */
export async function runBench(words: string[]): Promise<number | null> {
  const data = dataFolder()
  const file = join(data, 'bench-running.json')
  if (claim(file)) throw new Complaint('Another benchmark is running from this folder.')
  process.once('exit', () => release(file))
  const { actionsKey } = secretsIn(data)
  const program = ['--conditions=react-server', '--import', 'tsx', 'tests/bench/run.ts']
  const run = startServer([...program, ...words], { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey })
  const [code] = await once(run, 'exit')
  return code
}
