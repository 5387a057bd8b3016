import PostalMime, { type Address, addressParser, decodeWords, type Email, type Mailbox } from 'postal-mime'
import { joinFlow, takeOverFlow } from './flowed.ts'
import { readableBytes } from './header-charset.ts'
import { storable } from './storable.ts'

/** A part of a mail that is a file of its own. `name` is what the sender called it, if they did. */
export type MailFile = { name?: string; type: string; bytes: Uint8Array }

/** A mail as it was written: nothing is judged, and what could not be read is missing. All text can be stored. */
export type Mail = Awaited<ReturnType<typeof parseMail>>

/**
 * Reads a mail of any age and make. Rejects only what no reader should try: thousands of nested parts, or headers of
 * megabytes. Header names are in lower case; headers that stand several times keep their order.
 */
export async function parseMail(source: Uint8Array) {
  const { raw, flow } = takeOverFlow(readableBytes(source))
  const email = await PostalMime.parse(raw, {
    attachmentEncoding: 'arraybuffer',
    forceRfc822Attachments: true,
    maxNestingDepth: 100,
    maxHeadersSize: 1_000_000,
  })
  const text = storable(email.text ?? '')
  const headers = email.headers.map(({ key, value }) => ({ name: key, value: storable(value) }))
  return {
    headers,
    from: sendersOf(email),
    to: [...mailboxesIn(email.to), ...mailboxesIn(email.cc), ...mailboxesIn(email.bcc)]
      .map(addressOf)
      .filter(Boolean),
    subject: oneLine(email.subject ?? ''),
    messageId: idsIn(email.messageId).at(0),
    answers: { directly: idsIn(email.inReplyTo), inThread: idsIn(email.references) },
    text: flow ? joinFlow(text, flow) : text,
    html: storable(email.html ?? ''),
    files: filesOf(email),
  }
}

/** All values of a header, in the order in which they stand. */
export function headerOf(mail: Pick<Mail, 'headers'>, name: string): string[] {
  return mail.headers.filter(header => header.name === name).map(header => header.value)
}

function oneLine(text: string): string {
  return storable(text).replace(/\s+/g, ' ').trim()
}

// All of them, where somebody wrote more than one: the reader of MIME would keep the first.
function sendersOf({ headers }: Email) {
  return headers
    .filter(({ key }) => key === 'from')
    .flatMap(({ value }) => mailboxesIn(addressParser(value)))
    .map(sender => ({ name: oneLine(decodeWords(sender.name)), address: addressOf(sender) }))
    .filter(({ address }) => /^[^\s@]+@[^\s@]+$/.test(address) && address.length <= 254)
}

function mailboxesIn(addresses: Address[] | undefined): Mailbox[] {
  return (addresses ?? []).flatMap(address => (address.group ? address.group : [address]))
}

/** An address as accounts have it: in lower case, without comments. */
function addressOf({ address }: Mailbox): string {
  return oneLine(address)
    .replace(/\([^()]*\)/g, '')
    .replace(/\s/g, '')
    .toLowerCase()
}

// Old programs put words around the ids, or leave the angle brackets out.
const mostIds = 200
function idsIn(header: string | undefined): string[] {
  const written = storable(header ?? '')
  const ids = written.match(/<[^<>]{1,998}>/g) ?? []
  const all = ids.length > 0 ? ids : written.split(/\s+/).filter(id => /^[^\s@]{1,998}@[^\s@]+$/.test(id))
  return all.map(id => id.replace(/\([^()]*\)|\s/g, '')).slice(-mostIds)
}

function filesOf({ attachments }: Email): MailFile[] {
  return attachments.map(({ filename, mimeType, content }) => ({
    name: oneLine(filename ?? '') || undefined,
    type: mimeType,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
  }))
}
