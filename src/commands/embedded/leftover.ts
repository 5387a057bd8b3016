import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { commandLine } from '#src/commands/setup/living.mjs'

/**
 * Ends a PostgreSQL that still runs on this folder because its command was killed, and removes the note of one
 * that is gone: in a container its number soon belongs to another program, and PostgreSQL would refuse to start.
 */
export async function endLeftover(folder: string) {
  const note = join(folder, 'postmaster.pid')
  if (!existsSync(note)) return
  const pid = Number(readFileSync(note, 'utf8').split('\n')[0])
  const runs = () => commandLine(pid).includes(folder)
  if (runs()) await end(pid, runs)
  rmSync(note, { force: true })
}

async function end(pid: number, runs: () => boolean) {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    process.kill(pid, signal)
    for (let tries = 0; tries < 100 && runs(); tries++) await wait(100)
    if (!runs()) return
  }
}
