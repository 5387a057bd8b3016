import { chmodSync } from 'node:fs'
import { resolve } from 'node:path'
import { makePrivateFolder, privateMode } from '#src/commands/setup/private-folder.mjs'

export const isRoot = process.getuid?.() === 0

/** The absolute path of the data folder, made when missing; git ignores it. */
export function dataFolder(): string {
  const folder = resolve(process.env.HOLDFAST_DATA ?? '.data')
  makePrivateFolder(folder)
  chmodSync(folder, privateMode)
  return folder
}
