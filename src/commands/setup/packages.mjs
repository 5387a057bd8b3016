import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { claim, release } from './claim.mjs'

const record = 'node_modules/.package-lock.json'

/** Installs what package-lock.json names when it is missing or not what is there. Works in the current folder. */
export async function installPackages() {
  if (current()) return
  const lock = '.data/installing.json'
  while (claim(lock)) await new Promise(resolve => setTimeout(resolve, 500))
  const done = current() || installed()
  release(lock)
  if (done) return
  process.stderr.write(
    'npm could not install the packages; its own words stand above. ' +
      'Check the connection and that this folder is yours, then run the command again.\n',
  )
  process.exit(1)
}

function current() {
  if (!existsSync(record)) return false
  if (statSync(record).mtimeMs >= statSync('package-lock.json').mtimeMs) return true
  // A checkout touches the lock file without changing it, and an install takes half a minute.
  const here = packagesOf(record)
  const named = packagesOf('package-lock.json')
  const same = Object.keys(here).every(path => here[path].version === named[path]?.version)
  return same && Object.keys(named).every(path => path === '' || here[path] || named[path].optional)
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

function installed() {
  process.stdout.write('Installing the packages that package-lock.json names ...\n')
  const npm = process.env.npm_execpath
  const words = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const done = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...words], { stdio: 'inherit' })
    : spawnSync('npm', words, { stdio: 'inherit', shell: process.platform === 'win32' })
  return done.status === 0
}
