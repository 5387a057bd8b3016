import { createHash } from 'node:crypto'
import { and, eq, ne, sql } from 'drizzle-orm'
import { type Last, type Tx, transaction } from '#src/lib/db/client.ts'
import { DbError, isPassing } from '#src/lib/db/errors.ts'
import { receivedMails } from '#src/lib/db/tables/received.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { logFault, newFaultReference } from '#src/lib/log.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { about } from './about.ts'
import { type Mail, parseMail } from './parse.ts'
import { held, type Placed, place, setApart } from './place.ts'
import { sent } from './sent-in-parts.ts'
import { unreadableSubject } from './vouched.ts'
import { subjectOf, wordingOf } from './wording.ts'

const inOurName = 'system:receive-mail'

/**
 * Takes in one mail as a server hands it over, once for each mailbox however often it comes, and in one transaction with
 * all that it brings about. Whatever is wrong with it, it is kept. Rejects when the database is away: then it must be
 * handed over again.
 */
export async function receive(raw: Uint8Array, mailbox: string): Promise<Placed | 'received-before'> {
  const mail = await parseMail(raw).catch(() => null)
  const row = rowOf(raw, mailbox, mail)
  if (mail) wordingOf(mail)
  const limits = { repeatable: true, ms: usualMs + raw.length / bytesInMs }
  try {
    return await transaction(inOurName, (tx, last) => keep(tx, last, row, mail ?? held('unreadable')), limits)
  } catch (error) {
    if (error instanceof DbError || isPassing(error)) throw error
    const concern = error instanceof Refusal ? 'refused' : 'fault'
    if (concern === 'fault') logFault(newFaultReference(), error, { where: inOurName })
    return transaction(inOurName, (tx, last) => keep(tx, last, row, held(concern)), limits)
  }
}

/** As for every change; and for each megabyte that is to be kept, a second more, for slow machines. */
const usualMs = 8000
const bytesInMs = 1000

type Row = Omit<typeof receivedMails.$inferInsert, 'state'>

/** Keeps a mail, and puts it where it belongs, unless it is said already what becomes of it. */
async function keep(tx: Tx, last: Last, row: Row, what: Mail | Placed) {
  const bytes = await sent(tx, row.raw)
  // In one flight and in this order: whoever is handed the same mail a second time waits here, before all else.
  const [[kept], put] = await Promise.all([
    tx
      .insert(receivedMails)
      .values({ ...row, raw: bytes.raw, state: 'held' })
      .onConflictDoNothing()
      .returning({ id: receivedMails.id })
      .execute(),
    'state' in what ? () => what : placing(tx, row, what),
  ])
  await bytes.forget()
  if (!kept) return 'received-before'
  const { reference, ...outcome } = await put()
  const ticketId =
    reference && sql`(select ${tickets.id} from ${tickets} where ${tickets.reference} = ${reference})`
  last(
    tx
      .update(receivedMails)
      .set({ ...outcome, ticketId })
      .where(eq(receivedMails.id, kept.id)),
  )
  return { reference, ...outcome }
}

/**
 * Asks what decides where a mail goes, and resolves to what puts it there. Some programs give all their mails one id: the words
 * of the second one must not be lost for that.
 */
async function placing(
  tx: Tx,
  { mailbox, messageId, contents }: Row,
  mail: Mail,
): Promise<() => Placed | Promise<Placed>> {
  const withSameId = and(
    eq(receivedMails.mailbox, mailbox),
    eq(receivedMails.messageId, messageId),
    ne(receivedMails.contents, contents),
  )
  const [[other], known] = await Promise.all([
    tx.select({ id: receivedMails.id }).from(receivedMails).where(withSameId).limit(1).execute(),
    setApart(mail) ?? about(tx, mail),
  ])
  if (other) return () => held('same-id')
  return () => ('state' in known ? known : place(tx, mail, known))
}

function rowOf(raw: Uint8Array, mailbox: string, mail: Mail | null): Row {
  const contents = mail ? hashOf(mail) : createHash('sha256').update(raw).digest('hex')
  return {
    mailbox,
    messageId: mail?.messageId?.slice(0, longestKey) ?? contents,
    contents,
    raw,
    size: raw.length,
    fromAddress: mail?.from[0]?.address ?? '',
    subject: mail ? subjectOf(mail) : unreadableSubject,
    folded: mail ? wordingOf(mail).folded : '',
  }
}

// An index of the database takes no more.
const longestKey = 500

// What servers add on the way differs each time that the same mail is delivered.
function hashOf({ from, to, subject, text, html, files }: Mail): string {
  const hash = createHash('sha256').update(JSON.stringify([from, to, subject, text, html]))
  for (const { name, bytes } of files) hash.update(`\n${name ?? ''} ${bytes.length}\n`).update(bytes)
  return hash.digest('hex')
}
