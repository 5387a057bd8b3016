import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { say } from '#src/commands/terminal.ts'

const alsoLookedIn = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/usr/local/sbin', '/opt/homebrew/bin']

/** The path of the first of these programs that is installed. */
export function installed(...names: string[]): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...alsoLookedIn]
  return names.flatMap(name => folders.map(folder => join(folder, name))).find(isExecutable)
}

/** Installs Debian packages where that is possible (as root, where there is apt-get), and says what it does. */
export function installDebian(...packages: string[]) {
  if (process.getuid?.() !== 0 || !installed('apt-get')) return
  say(`Installing ${packages.join(', ')} with apt-get ...`)
  const quiet = {
    stdio: ['ignore', 'ignore', 'inherit'] as const,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  const install = () =>
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], {
      ...quiet,
      stdio: [...quiet.stdio],
    })
  if (install().status === 0) return
  spawnSync('apt-get', ['update', '-q'], { ...quiet, stdio: [...quiet.stdio] })
  install()
}

function isExecutable(path: string) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
