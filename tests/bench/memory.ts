import type { Desk } from './desk.ts'
import { median } from './figures.ts'
import { mixed } from './load.ts'
import { memoryOf, type Server, serveBuild } from './server.ts'
import { figure, table } from './table.ts'
import { targetsOf } from './targets.ts'

const starts = 5
const inAll = 10_000
const looks = 4

/** Starts a server anew some times, and looks at the memory of the last while it answers 10,000 mixed requests. */
export async function measureMemory(build: string, desk: Desk): Promise<string> {
  const waits: number[] = []
  for (let start = 1; start < starts; start++) {
    const server = await serveBuild(build, desk.settings)
    waits.push(server.startedInMs)
    await server.stop()
  }
  const server = await serveBuild(build, desk.settings)
  waits.push(server.startedInMs)
  const rows = await growth(server, desk).finally(server.stop)
  const started = `Start-up: ${figure(median(waits))} ms from the start of the process to the first answer (median of ${starts}).`
  return `${started}\n\n${table(['requests answered', 'memory of the server (RSS), MB'], rows)}`
}

async function growth(server: Server, desk: Desk): Promise<string[][]> {
  const targets = await targetsOf(desk, server)
  const look = (answered: number) => [answered.toLocaleString('en-GB'), figure(memoryOf(server))]
  const rows = [look(0)]
  for (let part = 1; part <= looks; part++) {
    await mixed(targets, inAll / looks)
    rows.push(look((inAll / looks) * part))
  }
  return rows
}
