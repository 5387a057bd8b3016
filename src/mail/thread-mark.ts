import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { env } from '#src/lib/env.ts'

/** What a mail is about, and whom it goes to. `isInternal`: it tells of what requesters never read. */
type About = { ticketId: string; userId: string; isInternal: boolean }

/** The same, read back. The recipient is known by a fingerprint: ask `wasSentTo`. */
export type ThreadMark = Pick<About, 'ticketId' | 'isInternal'> & { recipient: string }

/** `forged`: it looks like ours, and its signature is wrong. Never treat that like a mail without a mark. */
export type MarkRead = { is: 'valid'; mark: ThreadMark } | { is: 'forged' } | { is: 'not-ours' }

/**
 * The address at which an answer finds its ticket: `support+<mark>@…` for the mailbox `support@…`. With a mailbox of at
 * most 18 characters before the @ it is within what mail servers must take there: 64 (RFC 5321, 4.5.3.1.1).
 */
export function replyAddress(mailbox: string, about: About): string {
  const at = mailbox.lastIndexOf('@')
  return `${mailbox.slice(0, at)}+${sign(about)}${mailbox.slice(at)}`
}

/** Reads the mark in an address that a mail came to, at whatever domain: mail is forwarded, and signatures hold. */
export function readReplyAddress(address: string): MarkRead {
  return read(/^[^@]*\+([^@+]+)@[^@]+$/.exec(address.trim())?.[1])
}

/** The Message-ID of a mail about a ticket: the same for the same `dedupeKey`, and known again in an answer. */
export function messageIdAbout(about: About, dedupeKey: string, host: string): string {
  const which = createHash('sha256').update(dedupeKey).digest('hex').slice(0, 16)
  return `<${which}.${sign(about)}@${host}>`
}

/** Reads the mark in one id of `In-Reply-To` or `References`, with or without its angle brackets. */
export function readMessageId(id: string): MarkRead {
  return read(/^<?[0-9a-f]{16}\.([^@.]+)@[^@]+$/i.exec(id.trim())?.[1])
}

export function wasSentTo(mark: ThreadMark, userId: string): boolean {
  return mark.recipient === fingerprint(userId)
}

// 45 digits to the base 32: one bit for internal, 128 for the ticket, 32 for the recipient and 64 for the signature.
// Mail servers may change the case of an address, so upper and lower case are the same.
const markLength = 45

function sign({ ticketId, userId, isInternal }: About): string {
  const claim = `${isInternal ? 1 : 0}${ticketId.replaceAll('-', '')}${fingerprint(userId)}`
  return BigInt(`0x${claim}${signature(claim)}`)
    .toString(32)
    .padStart(markLength, '0')
}

function read(written: string | undefined): MarkRead {
  if (written?.length !== markLength || !/^[0-9a-v]+$/i.test(written)) return { is: 'not-ours' }
  const hex = numberOf(written).toString(16).padStart(57, '0')
  const claim = hex.slice(0, 41)
  if (!timingSafeEqual(Buffer.from(hex.slice(41)), Buffer.from(signature(claim)))) return { is: 'forged' }
  const ticketId = claim.slice(1, 33).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { is: 'valid', mark: { ticketId, isInternal: claim.startsWith('1'), recipient: claim.slice(33) } }
}

function numberOf(digits: string): bigint {
  return [...digits].reduce((value, digit) => value * 32n + BigInt(Number.parseInt(digit, 32)), 0n)
}

function fingerprint(userId: string): string {
  return keyed(`recipient ${userId}`).slice(0, 8)
}

function signature(claim: string): string {
  return keyed(`mark ${claim}`).slice(0, 16)
}

let derived: Buffer | undefined
function keyed(text: string): string {
  derived ??= Buffer.from(hkdfSync('sha256', env().authSecret, '', 'holdfast thread mark', 32))
  return createHmac('sha256', derived).update(text).digest('hex')
}
