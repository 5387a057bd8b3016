import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Mailbox, mailFolder, type Ports, startDaemon } from './office.ts'

/** The name by which this server signs what it has found out about a sender (RFC 8601). */
export const authServer = 'mx.desk.test'

/**
 * Starts Exim as the mail server of all these mailboxes, by SMTP with STARTTLS and with TLS from the start. `name+anything@`
 * is `name@`. Who signs in may send; whoever else writes in the name of a mailbox of this server has failed SPF.
 */
export async function startExim(folder: string, mailboxes: Mailbox[], ports: Ports) {
  const settings = join(folder, 'exim.conf')
  writeFileSync(join(folder, 'mailboxes'), mailboxes.map(line(({ folder: name }) => name)).join(''))
  writeFileSync(join(folder, 'passwords'), mailboxes.map(line(({ password }) => password)).join(''))
  writeFileSync(settings, textOf(folder, ports), { mode: 0o644 })
  const stop = await startDaemon('exim4', ['-C', settings, '-bdf', '-q5s'], ports)
  return { log: () => readFileSync(join(folder, 'log', 'main'), 'utf8'), stop }
}

const line = (value: (mailbox: Mailbox) => string) => (mailbox: Mailbox) =>
  `${mailbox.address}: ${value(mailbox)}\n`

const textOf = (folder: string, ports: Ports) => `
primary_hostname = ${authServer}
spool_directory = ${folder}/spool
log_file_path = ${folder}/log/%s
pid_file_path = ${folder}/exim.pid
log_selector = +incoming_interface
local_interfaces = 127.0.0.1
daemon_smtp_ports = ${ports.plain} : ${ports.secure}
tls_on_connect_ports = ${ports.secure}
tls_advertise_hosts = *
tls_certificate = ${folder}/server.crt
tls_privatekey = ${folder}/server.key
auth_advertise_hosts = \${if eq{$tls_in_cipher}{}{}{*}}
rfc1413_query_timeout = 0s
keep_environment =
# Started with settings of its own it may not become anybody else, and it need not.
deliver_drop_privilege = true
# What comes in a burst is delivered at once, not left to the next look at the queue.
smtp_accept_queue_per_connection = 0
smtp_accept_max = 100
message_size_limit = 50M
acl_smtp_rcpt = recipient
acl_smtp_data = sender

begin acl

recipient:
  require verify = recipient
  accept

# As an operator needs it for MAIL_AUTH_SERVER: what others have written under our name goes, and ours is put there.
sender:
  warn remove_header = Authentication-Results
  warn authenticated = *
       condition = \${if eqi{$authenticated_id}{$sender_address}}
       add_header = :at_start:Authentication-Results: $primary_hostname; spf=pass smtp.mailfrom=$sender_address
  warn !authenticated = *
       condition = \${lookup{$sender_address}lsearch{${folder}/mailboxes}{yes}{no}}
       add_header = :at_start:Authentication-Results: $primary_hostname; spf=fail smtp.mailfrom=$sender_address
  accept

begin routers

mailboxes:
  driver = accept
  local_part_suffix = +*
  local_part_suffix_optional
  address_data = \${lookup{$local_part@$domain}lsearch*@{${folder}/mailboxes}{$value}fail}
  transport = maildir

begin transports

maildir:
  driver = appendfile
  directory = ${mailFolder(folder)}/$address_data
  maildir_format
  delivery_date_add
  envelope_to_add
  return_path_add

begin authenticators

plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = \${if eq{$auth3}{\${lookup{$auth2}lsearch{${folder}/passwords}{$value}fail}}}
  server_set_id = $auth2
`
