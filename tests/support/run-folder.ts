import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const parent = join(process.cwd(), '.data', 'test')

/** A folder for what one test command starts, named after its process. Folders of dead runs go. */
export function makeRunFolder(): string {
  mkdirSync(parent, { recursive: true })
  for (const name of readdirSync(parent)) if (!isAlive(Number.parseInt(name, 10))) remove(join(parent, name))
  const folder = join(parent, `${process.pid}-${randomBytes(4).toString('hex')}`)
  mkdirSync(folder)
  return folder
}

/** Removes a run's folder. A Postgres that still runs in it notices within a minute and ends itself. */
export function remove(folder: string): void {
  if (existsSync(folder)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
