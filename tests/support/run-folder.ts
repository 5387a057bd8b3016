import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder } from '#src/commands/embedded/folder.ts'
import { endLeftover } from '#src/commands/embedded/leftover.ts'
import { commandLine } from '#src/commands/setup/living.mjs'
import { clusterIn } from './postgres-server.ts'

/** A folder for what one test command starts, named after its process. What dead commands left behind ends. */
export async function makeRunFolder(): Promise<string> {
  const parent = join(dataFolder(), 'test')
  mkdirSync(parent, { recursive: true, mode: 0o711 })
  for (const name of readdirSync(parent))
    if (!isAlive(Number.parseInt(name, 10))) await clear(join(parent, name))
  const folder = join(parent, `${process.pid}-${randomBytes(4).toString('hex')}`)
  mkdirSync(folder)
  return folder
}

/** Removes a run's folder. */
export function removeRunFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** Where the process number of a run's PgBouncer stands. */
export const poolerNote = (folder: string) => join(folder, 'pgbouncer.pid')

async function clear(folder: string): Promise<void> {
  await endLeftover(clusterIn(folder))
  const note = poolerNote(folder)
  const pid = existsSync(note) ? Number(readFileSync(note, 'utf8')) : 0
  if (pid && commandLine(pid).includes(folder)) process.kill(pid, 'SIGKILL')
  removeRunFolder(folder)
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
