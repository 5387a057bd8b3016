import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Complaint } from '#src/commands/terminal.ts'

const secretsFile = z.object({
  superuserPassword: z.string(),
  ownerPassword: z.string(),
  appPassword: z.string(),
  authSecret: z.string(),
  actionsKey: z.base64(),
})
export type Secrets = z.output<typeof secretsFile>

/** The secrets of this data folder, made at the first call and kept in `secrets.json`, which only its owner reads. */
export function secretsIn(folder: string): Secrets {
  const file = join(folder, 'secrets.json')
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify(newSecrets(), null, 2)}\n`, { mode: 0o600 })
  const found = secretsFile.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (found.success) return found.data
  throw new Complaint(
    `The file ${file} is damaged. Put it back from a copy, or remove ${folder} to begin anew.`,
  )
}

function newSecrets(): Secrets {
  const word = () => randomBytes(24).toString('base64url')
  return {
    superuserPassword: word(),
    ownerPassword: word(),
    appPassword: word(),
    authSecret: randomBytes(32).toString('base64url'),
    actionsKey: randomBytes(32).toString('base64'),
  }
}
