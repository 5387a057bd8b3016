/**
 * A mailbox of an IMAP server, as an address in the settings names it. `moveTo`: the folder that a mail which was taken in goes
 * to; without it the mail is marked as read. `oauth`: the password is a refresh token, or there is none.
 */
export type Mailbox = {
  name: string
  host: string
  port: number
  /** `from-the-start`, or by STARTTLS; `if-offered` on this machine alone. */
  tls: 'from-the-start' | 'must-follow' | 'if-offered'
  user: string
  password: string
  oauth: boolean
  folder: string
  moveTo: string | undefined
}

const parameters = ['auth', 'move-to']
const thisMachine = ['127.0.0.1', '[::1]', 'localhost']

/** Reads `imaps://user:password@host:port/folder?move-to=…&auth=oauth2`; null where it cannot be read. */
export function mailboxAt(address: string): Mailbox | null {
  const at = URL.canParse(address) ? new URL(address) : null
  if (!at || !/^imaps?:$/.test(at.protocol) || at.hostname === '' || at.username === '') return null
  const { searchParams: asked } = at
  if ([...asked.keys()].some(name => !parameters.includes(name))) return null
  const auth = asked.get('auth') ?? 'password'
  if (!['password', 'oauth2'].includes(auth) || (auth === 'password' && at.password === '')) return null
  try {
    return mailboxOf(at, auth === 'oauth2')
  } catch {
    // A per cent sign that stands for nothing.
    return null
  }
}

function mailboxOf(at: URL, oauth: boolean): Mailbox {
  const isSecure = at.protocol === 'imaps:'
  const user = decodeURIComponent(at.username)
  const folder = decodeURIComponent(at.pathname.slice(1)) || 'INBOX'
  const whose = user.includes('@') ? user : `${user}@${at.hostname}`
  const isHere = thisMachine.includes(at.hostname)
  return {
    name: folder === 'INBOX' ? whose : `${whose}/${folder}`,
    host: at.hostname.replace(/^\[|\]$/g, ''),
    port: Number(at.port || (isSecure ? 993 : 143)),
    tls: isSecure ? 'from-the-start' : isHere ? 'if-offered' : 'must-follow',
    user,
    password: decodeURIComponent(at.password),
    oauth,
    folder,
    moveTo: at.searchParams.get('move-to') || undefined,
  }
}
