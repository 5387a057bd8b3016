import { spawnSync } from 'node:child_process'
import { lstatSync } from 'node:fs'
import { Complaint } from '#src/commands/terminal.ts'
import { isRoot } from './folder.ts'

/** Who runs PostgreSQL: the owner of its files (undefined: ourselves), and how a program of it is started. */
export type Account = {
  owner: Ids | undefined
  start: (program: string, words: string[]) => { file: string; words: string[]; ids: Partial<Ids> }
}

/**
 * PostgreSQL refuses to run as root. An ordinary user runs it as themself; root runs it as the owner of the
 * cluster, or for a new cluster as the account `postgres`, which is made when missing.
 */
export function serverAccount(cluster: string, postgres: string): Account {
  if (!isRoot) return { owner: undefined, start: (file, words) => ({ file, words, ids: {} }) }
  const owner = ownerOf(cluster) ?? idsOf('postgres') ?? madeAccount()
  const plain: Account = { owner, start: (file, words) => ({ file, words, ids: owner }) }
  if (reaches(plain, postgres)) return plain
  const passing: Account = { owner, start: (file, words) => passThrough(owner, [file, ...words]) }
  if (reaches(passing, postgres)) return passing
  throw new Complaint(
    `The account that runs PostgreSQL (user id ${owner.uid}) cannot reach ${postgres}. ` +
      'Move this folder to where every account may read, such as /srv, or run the command as an ordinary user.',
  )
}

/** A clone below a closed folder, as /root mostly is: the account keeps one right of root, to pass through. */
function passThrough({ uid, gid }: Ids, line: string[]) {
  const ids = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
  // The last one, so that access(2), by which PostgreSQL looks for its own programs, counts that right too.
  const rights = [
    '--inh-caps=-all,+dac_override',
    '--ambient-caps=-all,+dac_override',
    '--securebits=+no_setuid_fixup',
  ]
  return { file: 'setpriv', words: [...ids, ...rights, ...line], ids: {} }
}

type Ids = { uid: number; gid: number }

function ownerOf(path: string): Ids | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false })
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined
}

function idsOf(name: string): Ids | undefined {
  const id = (which: string) =>
    Number.parseInt(spawnSync('id', [which, name], { encoding: 'utf8' }).stdout, 10)
  const ids = { uid: id('-u'), gid: id('-g') }
  return Number.isInteger(ids.uid) && Number.isInteger(ids.gid) ? ids : undefined
}

function madeAccount(): Ids {
  spawnSync('groupadd', ['--system', 'postgres'])
  spawnSync('useradd', [
    '--system',
    '--no-create-home',
    '--shell',
    '/bin/false',
    '-g',
    'postgres',
    'postgres',
  ])
  const made = idsOf('postgres')
  if (made) return made
  throw new Complaint(
    'PostgreSQL does not run as root, and the account `postgres` could not be made. ' +
      'Make it (useradd --system postgres), or run the command as an ordinary user.',
  )
}

function reaches(account: Account, postgres: string) {
  const { file, words, ids } = account.start(postgres, ['--version'])
  return spawnSync(file, words, { ...ids, cwd: '/' }).status === 0
}
