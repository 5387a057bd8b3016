import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { dataFolder } from './folder.ts'

const claimFile = z.object({ pid: z.int() })

/** Writes the address into the claim of this folder, so that a second `npm start` can say where the first is. */
export function tellOthersWhere(address: string) {
  const file = join(dataFolder(), 'running.json')
  const claim = claimFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  writeFileSync(`${file}.new`, JSON.stringify({ ...claim, address }))
  renameSync(`${file}.new`, file)
}
