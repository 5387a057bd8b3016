import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { installed } from '#src/commands/testing/equip.ts'

const last = availableParallelism() - 1
const taskset = last > 0 ? installed('taskset') : undefined

/** The core of the server that is measured, and the others, for everything else. */
const cores = { server: String(last), others: last > 1 ? `0-${last - 1}` : '0' }

/** Keeps a process, all its threads and what it will start on its cores, where this machine can do that. */
export function pin(pid: number | undefined, to: keyof typeof cores): void {
  if (!taskset || pid === undefined) return
  const { status } = spawnSync(taskset, ['--all-tasks', '--cpu-list', '--pid', cores[to], String(pid)])
  if (status !== 0) throw new Error(`The process ${pid} could not be kept on the cores ${cores[to]}`)
}

/** Says what was kept where. */
export function pinning(): string {
  if (!taskset) return 'nothing was kept on a core of its own: there is one core only, or no taskset'
  return `server on core ${cores.server} alone; database and load on ${last > 1 ? 'cores' : 'core'} ${cores.others}`
}
