import PostalMime, { type Address, addressParser, decodeWords, type Email, type Mailbox } from 'postal-mime'
import { fromItsBeginning } from './beginning.ts'
import { joinFlow, takeOverFlow } from './flowed.ts'
import { readableBytes } from './header-charset.ts'
import { asUtf8, asWestern, likelier } from './mislabelled.ts'
import { storable } from './storable.ts'
import { decodeUuencoded, takeOutUuencoded } from './uuencoded.ts'

/** A part of a mail that is a file of its own. `name` is what the sender called it, if they did. */
export type MailFile = { name?: string; type: string; bytes: Uint8Array }

/** A mail as it was written: nothing is judged, and what could not be read is missing. All text can be stored. */
export type Mail = Awaited<ReturnType<typeof parseMail>>

/**
 * Reads a mail of any age and make. Rejects only what no reader should try: thousands of nested parts, or headers of
 * megabytes. Header names are in lower case; headers that stand several times keep their order.
 */
export async function parseMail(source: Uint8Array) {
  const { raw, flow } = takeOverFlow(readableBytes(fromItsBeginning(source)))
  const email = await read(raw)
  const words = await wordsOf(email, raw)
  const text = takeOutUuencoded(flow ? joinFlow(words.text, flow) : words.text)
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
    text: text.text,
    html: words.html,
    files: [...text.files, ...filesOf(email)],
  }
}

function read(raw: Uint8Array): Promise<Email> {
  return PostalMime.parse(raw, {
    attachmentEncoding: 'arraybuffer',
    forceRfc822Attachments: true,
    maxNestingDepth: 100,
    maxHeadersSize: 1_000_000,
  })
}

/** What the mail says, as text and as HTML, by the letters that it is really written in. */
async function wordsOf(email: Email, raw: Uint8Array): Promise<{ text: string; html: string }> {
  const [text, html] = [shownOf(email.text), shownOf(email.html)]
  if (text === '' && html === '' && email.attachments.length === 0)
    return { text: storable(bodyOf(raw)), html: '' }
  if (!`${text}${html}`.includes('\uFFFD'))
    return { text: storable(asUtf8(text)), html: storable(asUtf8(html)) }
  const western = await read(asWestern(raw))
  return {
    text: storable(likelier(text, shownOf(western.text))),
    html: storable(likelier(html, shownOf(western.html))),
  }
}

// A mail whose parts cannot be told apart is shown as it came.
function bodyOf(raw: Uint8Array): string {
  const text = new TextDecoder().decode(raw.subarray(0, mostShown))
  return /\r?\n\r?\n([\s\S]*)$/.exec(text)?.[1]?.trim() ?? ''
}

// Beyond this nobody wrote it by hand; the whole of it stays in the raw mail.
const mostShown = 500_000
const shownOf = (text = '') => text.slice(0, mostShown)

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
    bytes: decodeUuencoded(
      typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
    ),
  }))
}
