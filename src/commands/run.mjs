// The one door of every `npm run` command: a Node that is new enough, the packages installed, then the
// command itself, which is TypeScript. Plain JavaScript, because nothing is installed yet when it begins.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { claim, release } from './setup/claim.mjs'
import { requireNode } from './setup/node-version.mjs'
import { installPackages } from './setup/packages.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const [name, ...words] = process.argv.slice(2)
const serves = name === 'start' || name === 'dev'

process.chdir(root)
requireNode(JSON.parse(readFileSync('package.json', 'utf8')).engines.node)
// Two of them would share one database folder and one build, so the second only tells where the first is.
const deskClaim = join(process.env.HOLDFAST_DATA ?? '.data', 'running.json')
if (serves) claimDesk()
await installPackages()
runCommand()

function claimDesk() {
  const holder = claim(deskClaim)
  process.on('exit', () => release(deskClaim))
  if (!holder) return
  const where = holder.address ? `at ${holder.address}` : 'from this folder and is still getting ready'
  process.stderr.write(
    `Holdfast is already running ${where} (process ${holder.pid}). Use that one, or end it first: ` +
      `Ctrl-C in its window, or kill ${holder.pid}. A second desk beside it needs a data folder and a port ` +
      'of its own, for example: HOLDFAST_DATA=.data/second PORT=3001 npm start\n',
  )
  process.exit(1)
}

function runCommand() {
  const settings = existsSync('.env') ? ['--env-file=.env'] : []
  const child = spawn(
    process.execPath,
    [...settings, '--conditions=react-server', '--import', 'tsx', `src/commands/${name}.ts`, ...words],
    // A server gets a process group of its own: Ctrl-C then reaches it once, through us, and not also
    // its database behind its back. The channel tells it when this process is gone.
    { detached: serves, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] },
  )
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      if (serves || signal !== 'SIGINT') child.kill(signal)
    })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
}
