import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endChild } from '#src/commands/child.ts'
import { freePort } from '#src/commands/embedded/port.ts'
import { installed } from '#src/commands/testing/equip.ts'
import { isAlive } from '#tests/support/run-folder.ts'
import { certificateFile } from '#tests/support/tls-front.ts'
import { untilListening } from '#tests/support/until-listening.ts'

/** `folder` is the name of its Maildir; an address such as `*@example.org` stands for every one there that has none itself. */
export type Mailbox = { address: string; password: string; folder: string }

/** Where a server listens: `plain` goes on by STARTTLS, `secure` is TLS from the start. */
export type Ports = { plain: number; secure: number }

/** Who owns the mails on the disk. */
export type Account = { uid: number; gid: number }

export const mailFolder = (folder: string) => join(folder, 'mail')

/**
 * A folder that the accounts of the mail servers reach, wherever this repository lies, with the certificate in it and room
 * for mail. Exim may not write as root, so everything is Exim's own.
 */
export function makeOfficeFolder() {
  clearUp()
  const folder = mkdtempSync(join(tmpdir(), `holdfast-mail-${process.pid}-`))
  const owner = accountOf('Debian-exim')
  chmodSync(folder, 0o755)
  for (const name of ['spool', 'log', 'mail']) {
    mkdirSync(join(folder, name))
    chownSync(join(folder, name), owner.uid, owner.gid)
  }
  for (const kind of ['crt', 'key'])
    copyFileSync(certificateFile.replace(/crt$/, kind), join(folder, `server.${kind}`))
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  process.once('exit', remove)
  return {
    folder,
    owner,
    remove: () => {
      process.off('exit', remove)
      remove()
    },
  }
}

/** What runs that were ended by force have left behind. */
function clearUp() {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^holdfast-mail-(\d+)-/.exec(name)?.[1]
    if (pid && !isAlive(Number(pid))) rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}

function accountOf(name: string): Account {
  const idOf = (which: string) => Number(spawnSync('id', [which, name], { encoding: 'utf8' }).stdout)
  return { uid: idOf('-u'), gid: idOf('-g') }
}

export async function freePorts(): Promise<Ports> {
  return { plain: await freePort(), secure: await freePort() }
}

/** Starts a server of the system as a child that ends with us, and waits until it listens. Resolves to what ends it. */
export async function startDaemon(name: string, words: string[], ports: Ports) {
  const program = installed(name) ?? name
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', program, ...words], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', chunk => (said += chunk))
  for (const port of Object.values(ports))
    await untilListening(port, () => {
      if (child.exitCode !== null) throw new Error(`${program} did not start:\n${said}`)
    })
  return () => endChild(child)
}
