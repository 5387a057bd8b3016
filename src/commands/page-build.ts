import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runNode } from './child.ts'
import { Complaint, say } from './terminal.ts'

const stamp = '.next/built-from'
const topFiles = /^((next\.config|proxy|instrumentation(-client)?)\.ts|(tsconfig|package-lock)\.json)$/
const folders = ['app', 'actions', 'src', 'public']
const notInTheBuild = /^src\/(commands|demo|worker)\//

/**
 * Makes the production build, unless the last one was made from the same sources, packages and actions key.
 * The key belongs to it: action ids are derived from it, and forms that people have open carry those ids.
 */
export async function buildIfChanged(actionsKey: string | undefined): Promise<void> {
  const now = fingerprint(actionsKey)
  if (isBuilt(now)) return
  say('Building the pages; this takes about half a minute and happens only when the sources have changed ...')
  const code = await runNode(['node_modules/next/dist/bin/next', 'build'], {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey,
  })
  if (code !== 0) throw new Complaint('The build has failed; its own words stand above.')
  writeFileSync(stamp, now)
}

/** Whether the production build that is there was made from the present sources. */
export function buildIsCurrent(actionsKey: string | undefined): boolean {
  return isBuilt(fingerprint(actionsKey))
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
