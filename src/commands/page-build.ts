import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runNode } from './child.ts'
import { heldBy } from './setup/claim.mjs'
import { commandLine } from './setup/living.mjs'
import { Complaint, say } from './terminal.ts'

const stamp = '.next/built-from'
const topFiles = /^((next\.config|proxy|instrumentation(-client)?)\.ts|(tsconfig|package-lock)\.json)$/
const folders = ['app', 'actions', 'src', 'public']
const notInTheBuild = /^src\/(commands|demo|worker)\//

/**
 * Makes the production build, unless the last one was made from the same sources, packages and actions key.
 * The key belongs to it: action ids are derived from it, and forms that people have open carry those ids.
 * Throws a Complaint when the build fails, or when a desk is running on the one that would be replaced.
 */
export async function buildIfChanged(actionsKey: string | undefined): Promise<void> {
  const now = fingerprint(actionsKey)
  if (isBuilt(now)) return
  refuseUnderRunningDesk()
  say('Building the pages; this takes about half a minute and happens only when the sources have changed ...')
  rmSync(stamp, { force: true })
  const code = await runNode(['node_modules/next/dist/bin/next', 'build'], {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey,
  })
  if (code !== 0) throw new Complaint('The build has failed; its own words stand above.')
  writeFileSync(stamp, now)
}

/** A desk that serves this build would lose its pages; our own command holds the claim while it starts. */
function refuseUnderRunningDesk() {
  const desk = heldBy('.data/running.json')
  if (!desk || desk.pid === process.ppid || !commandLine(desk.pid).includes('run.mjs start')) return
  throw new Complaint(
    `The sources have changed, and a desk is running from this folder (process ${desk.pid}); a new build would take ` +
      'its pages away under it. End it first.',
  )
}

function isBuilt(now: string) {
  return existsSync('.next/BUILD_ID') && existsSync(stamp) && readFileSync(stamp, 'utf8') === now
}

function fingerprint(actionsKey = '') {
  const hash = createHash('sha256').update(createHash('sha256').update(actionsKey).digest())
  for (const file of sources()) hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function sources() {
  const top = readdirSync('.').filter(name => topFiles.test(name))
  const below = folders.filter(folder => existsSync(folder)).flatMap(filesBelow)
  return [...top, ...below.filter(file => !notInTheBuild.test(file))].sort()
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(path) : [path]
  })
}
