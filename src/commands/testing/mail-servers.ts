import { installDebian, installed } from './equip.ts'

/** Exim and Dovecot can be started: both are here, and we are root, as each wants to become somebody else. */
export function hasMailServers(): boolean {
  return process.getuid?.() === 0 && Boolean(exim() && installed('dovecot'))
}

/** Installs both where that is possible, but where another mail server is at home: apt would take that away. */
export function installMailServers() {
  if (!exim() && installed('sendmail')) return
  if (!exim() || !installed('dovecot')) installDebian('exim4-daemon-light', 'dovecot-imapd')
}

const exim = () => installed('exim4')
