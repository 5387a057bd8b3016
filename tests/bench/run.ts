import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder } from '#src/commands/embedded/folder.ts'
import { buildWithEmptyPage } from './build.ts'
import { pin } from './cores.ts'
import { type Desk, fillDesk, openDatabase } from './desk.ts'
import { measureMemory } from './memory.ts'
import { measurePages } from './pages.ts'
import { profilePages } from './profile.ts'
import { serveBare, serveBuild } from './server.ts'
import { baselines, targetsOf } from './targets.ts'
import { circumstances } from './versions.ts'
import { wishOf } from './wish.ts'
import { measureWrites } from './writes.ts'

// Node would end at once, without ending what we have started.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1))
// Every database leaves a listener that would end it with us.
process.setMaxListeners(0)

const wish = wishOf(process.argv.slice(2))
const actionsKey = process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? ''
const data = join(dataFolder(), 'bench')
const progress = (words: string) => void process.stderr.write(`${words}\n`)
const say = (words: string) => void process.stdout.write(`${words}\n\n`)
const endings: (() => Promise<void>)[] = []
await run().finally(async () => {
  for (const end of endings.reverse()) await end()
})
process.exit()

async function run(): Promise<void> {
  // Root's database server runs as another account, which passes through here.
  mkdirSync(data, { recursive: true, mode: 0o711 })
  const build = await buildWithEmptyPage(data, actionsKey)
  for (const tickets of wish.tickets) await fillDesk(data, tickets, wish.fresh)
  pin(process.pid, 'others')
  const desks: Desk[] = []
  for (const tickets of wish.tickets) desks.push(await ending(openDatabase(data, tickets)))
  const [smallest] = desks
  const largest = desks.at(-1)
  if (!smallest || !largest) throw new Error('There is no desk to measure')
  say(circumstances(smallest.version, wish))
  if (wish.profile) return say(await profilePages({ build, data, seconds: wish.seconds }, largest))
  if (wish.parts.has('pages')) say(await pages(build, desks))
  if (wish.parts.has('writes')) say(await measureWrites(build, largest, wish.rounds))
  // What a server holds in memory does not come from the size of its desk, and 2,000 searches take long on a large one.
  if (wish.parts.has('memory')) say(await measureMemory(build, smallest))
}

async function pages(build: string, desks: Desk[]): Promise<string> {
  const targets = []
  const others = new Map<string, string>()
  for (const commit of wish.against) others.set(commit, await buildWithEmptyPage(data, actionsKey, commit))
  for (const desk of desks) {
    const server = await ending(serveBuild(build, desk.settings))
    const bare = await ending(serveBare(desk.settings))
    targets.push(...(await targetsOf(desk, server, bare)))
    for (const [commit, other] of others) {
      const before = await targetsOf(desk, await ending(serveBuild(other, desk.settings)))
      targets.push(...before.map(target => ({ ...target, commit })))
    }
  }
  const wanted = [wish.page, ...Object.values(baselines)]
  const chosen = wish.page ? targets.filter(({ page }) => wanted.includes(page)) : targets
  return measurePages(chosen, wish, progress)
}

async function ending<Begun extends { stop: () => Promise<void> }>(
  beginning: Promise<Begun>,
): Promise<Begun> {
  const begun = await beginning
  endings.push(begun.stop)
  return begun
}
