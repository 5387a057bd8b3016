import type net from 'node:net'
import type { ImapFolder, KeptMail } from './imap-folder.ts'
import type { ImapServer } from './imap-server.ts'

const abilities = 'IMAP4rev1 IDLE UIDPLUS MOVE LITERAL+ SASL-IR AUTH=XOAUTH2'

/** One client of the server: as much of RFC 3501 as a reader of mail needs, and IDLE, MOVE, UIDPLUS and XOAUTH2. */
export class ImapSession {
  readonly #server: ImapServer
  readonly #socket: net.Socket
  #folder: ImapFolder | undefined
  #told = 0
  #idling: string | undefined
  #heard = ''

  constructor(server: ImapServer, socket: net.Socket) {
    this.#server = server
    this.#socket = socket
    socket.setEncoding('latin1').on('data', chunk => this.#hear(String(chunk)))
    this.#say(`* OK [CAPABILITY ${abilities}] ready`)
  }

  /** Says how many mails there are now, to a client that listens. */
  tellOfNews(): void {
    if (this.#idling !== undefined) this.#tell()
  }

  end(): void {
    this.#socket.destroy()
  }

  #say(line: string | Buffer): void {
    if (this.#socket.writable) this.#socket.write(typeof line === 'string' ? `${line}\r\n` : line)
  }

  #hear(chunk: string): void {
    this.#heard += chunk
    for (let end = this.#heard.indexOf('\r\n'); end >= 0; end = this.#heard.indexOf('\r\n')) {
      const line = this.#heard.slice(0, end)
      this.#heard = this.#heard.slice(end + 2)
      this.#answer(line)
    }
  }

  #answer(line: string): void {
    if (this.#idling !== undefined && line.toUpperCase() === 'DONE') {
      this.#say(`${this.#idling} OK done`)
      this.#idling = undefined
      return
    }
    const [tag = '', ...words] = wordsOf(line)
    const command = words
      .slice(0, words[0]?.toUpperCase() === 'UID' ? 2 : 1)
      .join(' ')
      .toUpperCase()
    const given = words.slice(command.split(' ').length)
    this.#server.heard.push([command, ...(/^(LOGIN|AUTHENTICATE)/.test(command) ? [] : given)].join(' '))
    const ordered = Object.entries(this.#server.answers).find(([begins]) =>
      [command, ...given].join(' ').startsWith(begins),
    )?.[1]
    if (ordered === 'hang up') this.end()
    else if (ordered !== 'say nothing') {
      const said = ordered ?? this.#obey(tag, command, given)
      if (said !== '') this.#say(`${tag} ${said}`)
    }
  }

  // What is said last: the answer with the tag. To IDLE that comes later.
  #obey(tag: string, command: string, given: string[]): string {
    const [first = '', second = '', third = ''] = given
    const folder = this.#folder
    if (command === 'CAPABILITY') this.#say(`* CAPABILITY ${abilities}`)
    else if (command === 'LOGIN')
      return this.#letIn(first === this.#server.user && second === this.#server.password)
    else if (command === 'AUTHENTICATE') return this.#letIn(this.#server.tokens.has(tokenIn(second)))
    else if (command === 'LIST') this.#list(second)
    else if (command === 'SELECT' || command === 'EXAMINE') return this.#open(first)
    else if (command === 'LOGOUT') this.#say('* BYE see you')
    else if (command === 'NOOP') this.#tell()
    else if (command === 'IDLE') {
      this.#idling = tag
      this.#say('+ idling')
      this.#tell()
      return ''
    } else if (folder && command === 'UID SEARCH') {
      this.#say(
        `* SEARCH ${folder
          .fitting(given)
          .map(({ uid }) => uid)
          .join(' ')}`.trimEnd(),
      )
    } else if (folder && command === 'UID FETCH') {
      for (const mail of folder.named(first)) this.#give(folder, mail, given.slice(1).join(' '))
    } else if (folder && command === 'UID STORE') {
      for (const { flags } of folder.named(first))
        for (const flag of third.match(/\\\w+/g) ?? []) flags.add(flag)
    } else if (folder && command === 'UID MOVE') return this.#move(folder, first, second)
    else return `BAD This server does not know ${command}`
    return 'OK done'
  }

  #letIn(may: boolean): string {
    return may ? 'OK come in' : 'NO [AUTHENTICATIONFAILED] Wrong name or password'
  }

  // Asked for no name at all, a server says what stands between the names of folders.
  #list(pattern: string): void {
    if (pattern === '') this.#say('* LIST (\\Noselect) "/" ""')
    else
      for (const name of this.#server.folders.keys())
        if (['*', name].includes(pattern)) this.#say(`* LIST (\\HasNoChildren) "/" "${name}"`)
  }

  #open(name: string): string {
    const folder = this.#server.folders.get(name)
    if (!folder) return 'NO [NONEXISTENT] There is no such folder'
    this.#folder = folder
    this.#say('* FLAGS (\\Seen \\Deleted)')
    this.#say('* OK [PERMANENTFLAGS (\\Seen \\Deleted \\*)] flags')
    this.#say(`* OK [UIDVALIDITY ${folder.uidValidity}] numbering`)
    this.#say(`* OK [UIDNEXT ${folder.uidNext}] next`)
    this.#told = -1
    this.#tell()
    return 'OK [READ-WRITE] open'
  }

  #tell(): void {
    const count = this.#folder?.mails.length ?? 0
    if (count !== this.#told) this.#say(`* ${count} EXISTS`)
    this.#told = count
  }

  #give(folder: ImapFolder, { uid, raw, flags }: KeptMail, wanted: string): void {
    const facts = [`UID ${uid}`, `FLAGS (${[...flags].join(' ')})`, `RFC822.SIZE ${raw.length}`]
    const isWhole = /BODY\.PEEK\[\]/i.test(wanted)
    this.#say(
      Buffer.concat([
        Buffer.from(`* ${folder.mails.findIndex(mail => mail.uid === uid) + 1} FETCH (${facts.join(' ')}`),
        ...(isWhole ? [Buffer.from(` BODY[] {${raw.length}}\r\n`), raw] : []),
        Buffer.from(')\r\n'),
      ]),
    )
  }

  #move(folder: ImapFolder, uids: string, name: string): string {
    const target = this.#server.folders.get(name)
    if (!target) return 'NO [TRYCREATE] There is no such folder'
    for (const { uid, raw, flags } of folder.named(uids)) {
      const copy = target.add(raw, [...flags])
      this.#say(`* OK [COPYUID ${target.uidValidity} ${uid} ${copy.uid}] moved`)
      this.#say(`* ${folder.take(uid)} EXPUNGE`)
      this.#told--
    }
    return 'OK moved'
  }
}

/** The words of a command; those in quotation marks or brackets are one. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"((?:[^"\\]|\\.)*)"|(\([^)]*\))|(\S+)/g)].map(
    ([, quoted, bracketed, plain]) => quoted?.replace(/\\(.)/g, '$1') ?? bracketed ?? plain ?? '',
  )
}

function tokenIn(response: string): string {
  const fields = Buffer.from(response, 'base64').toString().split(String.fromCharCode(1))
  return fields.find(field => field.startsWith('auth=Bearer '))?.slice(12) ?? ''
}
