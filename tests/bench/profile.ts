import { on } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cpuProfile } from './areas.ts'
import { type CpuTime, cpuTimeOf } from './cpu-time.ts'
import type { Desk } from './desk.ts'
import { load } from './load.ts'
import { type Server, serveBuild } from './server.ts'
import { figure, table } from './table.ts'
import { baselines, targetsOf } from './targets.ts'

const profiled = ['queue', 'ticket', baselines.empty]
const preload = ['--import', join(process.cwd(), 'tests/bench/profile-when-told.mjs')]
const mostFunctions = 10

type Profiled = CpuTime & { name: string; pages: number }

/** Profiles a server that answers one page all the time, for each of some pages, and says where its time went. */
export async function profilePages(
  { build, data, seconds }: { build: string; data: string; seconds: number },
  desk: Desk,
): Promise<string> {
  const server = await serveBuild(build, desk.settings, preload)
  const all: Profiled[] = []
  try {
    for (const target of await targetsOf(desk, server)) {
      if (!profiled.includes(target.page)) continue
      await load(target, seconds)
      await told(server, 'begin profile', 'begun')
      const { perSecond } = await load(target, seconds)
      const file = join(data, `${target.page.replaceAll(' ', '-')}-${target.version}.cpuprofile`)
      await told(server, { profileTo: file }, 'written')
      const time = cpuTimeOf(cpuProfile.parse(JSON.parse(readFileSync(file, 'utf8'))), build)
      all.push({ ...time, name: `${target.page}, ${target.version}`, pages: perSecond * seconds })
    }
  } finally {
    await server.stop()
  }
  return [roomsTable(all), ...all.map(functionsTable)].join('\n\n')
}

/** Tells the server something and waits for its answer; Next says things of its own to who started it. */
async function told(server: Server, words: string | { profileTo: string }, answer: string): Promise<void> {
  server.process.send(words)
  for await (const [said] of on(server.process, 'message')) if (said === answer) return
}

function roomsTable(all: Profiled[]): string {
  const names = [...new Set(all.flatMap(({ rooms }) => [...rooms.keys()]))]
  const sum = (room: string) => all.reduce((ms, { rooms }) => ms + (rooms.get(room) ?? 0), 0)
  const rows = names
    .sort((a, b) => sum(b) - sum(a))
    .map(room => [room, ...all.map(({ rooms, pages }) => figure((rooms.get(room) ?? 0) / pages))])
  const whole = ['all of it', ...all.map(({ busy, pages }) => figure(busy / pages))]
  return table(['CPU of one page, ms', ...all.map(({ name }) => name)], [...rows, whole])
}

function functionsTable({ name, functions, busy }: Profiled): string {
  const ours = [...functions].filter(([called]) => /^\S+ (app|src|actions|proxy)\b/.test(called))
  const most = ours.sort(([, a], [, b]) => b - a).slice(0, mostFunctions)
  const rows = most.map(([called, ms]) => [`\`${called}\``, `${figure((ms / busy) * 100)} %`])
  return table([`${name}: functions of ours in which it was`, 'of the CPU'], rows)
}
