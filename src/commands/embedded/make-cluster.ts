import { spawnSync } from 'node:child_process'
import { chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { Complaint } from '#src/commands/terminal.ts'
import type { Account } from './account.ts'

/** Makes the files of a new PostgreSQL in `folder`, or leaves nothing and throws a Complaint. */
export function makeCluster(folder: string, superuserPassword: string, initdb: string, account: Account) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const passwordFile = `${folder}.password`
  writeFileSync(passwordFile, `${superuserPassword}\n`, { mode: 0o600 })
  if (account.owner) {
    chownSync(folder, account.owner.uid, account.owner.gid)
    chownSync(passwordFile, account.owner.uid, account.owner.gid)
  }
  const access = ['-D', folder, '-U', 'postgres', `--pwfile=${passwordFile}`, '-A', 'scram-sha-256']
  // The same order of words and letters on every machine, whatever its language.
  const letters = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const { file, words, ids } = account.start(initdb, [...access, ...letters])
  const made = spawnSync(file, words, { ...ids, cwd: '/', encoding: 'utf8' })
  rmSync(passwordFile, { force: true })
  if (made.status === 0) return
  rmSync(folder, { recursive: true, force: true })
  throw new Complaint(
    `PostgreSQL could not make its files in ${folder}. It said: ${made.stderr || made.error}`,
  )
}
