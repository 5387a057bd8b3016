import { chmodSync, mkdirSync } from 'node:fs'
import { resolve } from 'node:path'

export const isRoot = process.getuid?.() === 0

/**
 * The absolute path of the data folder, made when missing; git ignores it.
 * Only its owner can look inside. Root's database server runs as another account, which may pass through
 * to the folder that it owns, but cannot list anything.
 */
export function dataFolder(): string {
  const folder = resolve(process.env.HOLDFAST_DATA ?? '.data')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, isRoot ? 0o711 : 0o700)
  return folder
}
