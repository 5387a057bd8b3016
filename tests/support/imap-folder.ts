/** A mail as an IMAP server keeps it. */
export type KeptMail = { uid: number; raw: Buffer; flags: Set<string>; day: Date }

/** A folder of an IMAP server, with the numbers that its mails have. */
export class ImapFolder {
  uidValidity = 1
  uidNext = 1
  mails: KeptMail[] = []

  add(raw: Buffer, flags: string[] = []): KeptMail {
    const mail = { uid: this.uidNext++, raw, flags: new Set(flags), day: new Date() }
    this.mails.push(mail)
    return mail
  }

  /** Gives all mails other numbers, as a server does whose folder was put back from a copy. */
  renumber(): void {
    this.uidValidity++
    for (const mail of this.mails) mail.uid += 100
    this.uidNext += 100
  }

  /** Takes a mail out; its sequence number, by which clients are told so. */
  take(uid: number): number {
    const at = this.mails.findIndex(mail => mail.uid === uid)
    this.mails.splice(at, 1)
    return at + 1
  }

  /** The mails that a set such as `3,7:*` names by UID. */
  named(set: string): KeptMail[] {
    const last = this.mails.at(-1)?.uid ?? 0
    const number = (word = '') => (word === '*' ? last : Number(word))
    const ranges = set.split(',').map(range => {
      const [from, to = from] = range.split(':')
      return [number(from), number(to)].sort((one, other) => one - other)
    })
    return this.mails.filter(({ uid }) => ranges.some(([from = 0, to = 0]) => uid >= from && uid <= to))
  }

  /** The mails that fit all of these words of SEARCH. */
  fitting(words: string[]): KeptMail[] {
    let found = this.mails
    for (let at = 0; at < words.length; at++) {
      const isNot = words[at]?.toUpperCase() === 'NOT'
      if (isNot) at++
      const key = words[at]?.toUpperCase() ?? ''
      const value = ['UID', 'SINCE'].includes(key) ? words[++at] : undefined
      found = found.filter(mail => this.#fits(mail, key, value ?? '') !== isNot)
    }
    return found
  }

  #fits(mail: KeptMail, key: string, value: string): boolean {
    if (key === 'ALL') return true
    if (key === 'UID') return this.named(value).includes(mail)
    if (key === 'SINCE') return mail.day >= new Date(`${value} UTC`)
    const flag = /^(UN)?(SEEN|DELETED)$/.exec(key)
    if (!flag) throw new Error(`This server does not know SEARCH ${key}`)
    const name = flag[2] === 'SEEN' ? '\\Seen' : '\\Deleted'
    return mail.flags.has(name) === (flag[1] === undefined)
  }
}
