import { chmodSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Only its owner can look inside. Root's database server runs as another account, which may pass through to the folder
 * that it owns, but cannot list anything.
 */
export const privateMode = process.getuid?.() === 0 ? 0o711 : 0o700

/** Makes the folder, and those that are missing on the way to it. What is there already is left as it is. */
export function makePrivateFolder(folder) {
  const outermost = mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!outermost) return
  for (let made = folder; made.length >= outermost.length; made = dirname(made)) chmodSync(made, privateMode)
}
