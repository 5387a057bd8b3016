import type { z } from 'zod'
import { areas, type cpuProfile, profiling } from './areas.ts'

/** Milliseconds that were worked, by room, and by function with the file that it came from. */
export type CpuTime = { busy: number; rooms: Map<string, number>; functions: Map<string, number> }

/** Adds up the samples of a profile. What is built in counts for whoever called it; waiting counts for nobody. */
export function cpuTimeOf(
  { nodes, samples, timeDeltas }: z.output<typeof cpuProfile>,
  build: string,
): CpuTime {
  const areaOf = areas(build)
  const byId = new Map(nodes.map(node => [node.id, node]))
  const parents = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map(child => [child, id] as const)),
  )
  const known = new Map<number, { name: string; room: string }>()

  function placeOf(id: number): { name: string; room: string } {
    const before = known.get(id)
    if (before) return before
    const node = byId.get(id)
    const parent = parents.get(id)
    const { functionName = '', ...at } = node?.callFrame ?? { url: '', lineNumber: 0, columnNumber: 0 }
    const { source, room } = areaOf({ functionName, ...at })
    const name = `${functionName || '(anonymous)'} ${source}`
    const place =
      room === null
        ? { name, room: parent === undefined ? 'V8 and the kernel' : placeOf(parent).room }
        : { name, room }
    known.set(id, place)
    return place
  }

  const time: CpuTime = { busy: 0, rooms: new Map(), functions: new Map() }
  for (const [place, id] of samples.entries()) {
    if (byId.get(id)?.callFrame.functionName === '(idle)') continue
    const ms = Math.max(0, timeDeltas[place] ?? 0) / 1000
    const { name, room } = placeOf(id)
    if (room === profiling) continue
    time.busy += ms
    time.rooms.set(room, (time.rooms.get(room) ?? 0) + ms)
    time.functions.set(name, (time.functions.get(name) ?? 0) + ms)
  }
  return time
}
