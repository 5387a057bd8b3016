import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Account, type Mailbox, mailFolder, type Ports, startDaemon } from './office.ts'

/** Starts Dovecot before the same mailboxes: IMAP with STARTTLS and with TLS from the start, and never without. */
export async function startDovecot(folder: string, mailboxes: Mailbox[], ports: Ports, owner: Account) {
  const settings = join(folder, 'dovecot.conf')
  const user = ({ address, password, folder: name }: Mailbox) => {
    const home = join(mailFolder(folder), name)
    return `${address}:{PLAIN}${password}:${owner.uid}:${owner.gid}::${home}::userdb_mail=maildir:${home}\n`
  }
  writeFileSync(join(folder, 'users'), mailboxes.map(user).join(''))
  writeFileSync(settings, textOf(folder, ports))
  const stop = await startDaemon('dovecot', ['-F', '-c', settings], ports)
  return { log: () => readFileSync(join(folder, 'dovecot.log'), 'utf8'), stop }
}

const textOf = (folder: string, ports: Ports) => `
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <${folder}/server.crt
ssl_key = <${folder}/server.key
first_valid_uid = 1
passdb {
  driver = passwd-file
  args = ${folder}/users
}
userdb {
  driver = passwd-file
  args = ${folder}/users
}
namespace inbox {
  inbox = yes
  mailbox Done {
    auto = create
  }
}
service imap-login {
  inet_listener imap {
    port = ${ports.plain}
  }
  inet_listener imaps {
    port = ${ports.secure}
    ssl = yes
  }
}
`
