import { beforeAll, expect, test } from 'vitest'
import { elif, mira } from '#src/demo/cast.ts'
import { postgresStore } from '#src/files/postgres-store.ts'
import { receive } from '#src/inbound/receive.ts'
import { db } from '#src/lib/db/client.ts'
import { attachments, files } from '#src/lib/db/tables/files.ts'
import { attachmentFor } from '#src/tickets/attachment-for.ts'
import { deskTicket } from '#src/tickets/desk-queries.ts'
import { myTicket } from '#src/tickets/portal-queries.ts'
import { asked, openDesk } from '#tests/support/desk.ts'
import { addressAbout, comesIn, mailbox, ticketOf } from '#tests/support/incoming.ts'
import { mailOf } from '#tests/support/mail-corpus.ts'
import { bareJpeg, photo } from '#tests/support/pictures.ts'
import { ticketIn } from '#tests/support/ticket-in.ts'

beforeAll(openDesk)

const boundary = 'the-edge'
const multipart = { 'MIME-Version': '1.0', 'Content-Type': `multipart/mixed; boundary="${boundary}"` }

/** The body of a mail with these words and files, each by its name. */
function parts(words: string, given: Record<string, Buffer | string>): string {
  const sent = Object.entries(given).map(
    ([name, contents]) =>
      `Content-Type: application/octet-stream; name="${name}"\nContent-Transfer-Encoding: base64\n` +
      `Content-Disposition: attachment; filename="${name}"\n\n${lined(Buffer.from(contents).toString('base64'))}`,
  )
  const all = [`Content-Type: text/plain; charset=utf-8\n\n${words}`, ...sent]
  return `${all.map(part => `--${boundary}\n${part}\n`).join('')}--${boundary}--\n`
}

const lined = (base64: string) => base64.replace(/.{76}/g, '$&\n')
const from = ({ name, email }: { name: string; email: string }) => ({ From: `${name} <${email}>` })

async function filesIn(reference: string) {
  const found = await deskTicket(db, mira, reference)
  return found?.messages.map(({ files }) => files.map(({ name, type }) => `${name} ${type}`))
}

test('The files of a mail are on its ticket, by what they are and without the place of a photo', async () => {
  const headers = { From: 'nell@example.org', ...multipart }
  const text = parts('The board is wrong.', { 'pier.png': photo(), '../list.txt': 'one\ntwo' })
  const { ticket, messages } = await ticketOf(await comesIn(headers, text))
  expect(messages).toMatchObject([{ body: 'The board is wrong.' }])
  expect(await filesIn(ticket.reference)).toEqual([['pier.png image/jpeg', 'list.txt text/plain']])
  const id = (await deskTicket(db, mira, ticket.reference))?.messages[0]?.files[0]?.id ?? ''
  const kept: Uint8Array[] = []
  const found = await attachmentFor(db, mira, id)
  for await (const part of postgresStore.get(db, found?.contentId ?? '')) kept.push(part)
  expect(Buffer.concat(kept).equals(bareJpeg)).toBe(true)
})

test('A mail that comes twice brings its files once', async () => {
  const headers = { From: 'nell@example.org', To: mailbox, Subject: 'Twice', ...multipart }
  const raw = mailOf(headers, parts('Here it is.', { 'twice.txt': 'only once' }))
  await receive(raw, mailbox)
  const before = [await db.$count(attachments), await db.$count(files)]
  expect(await receive(raw, mailbox)).toBe('received-before')
  expect([await db.$count(attachments), await db.$count(files)]).toEqual(before)
})

test('A requester may send nothing but a file, to an open ticket and to a closed one', async () => {
  for (const reference of [await asked(), await ticketIn('closed')]) {
    const headers = { ...from(elif), ...multipart, To: await addressAbout(reference, elif) }
    const { ticket, messages } = await ticketOf(await comesIn(headers, parts('', { 'slip.txt': 'admitted' })))
    expect(messages.at(-1)).toMatchObject({ body: 'The mail has no text.', isInternal: false })
    const mine = await myTicket(db, elif, ticket.reference)
    expect(mine?.messages.at(-1)?.files).toMatchObject([{ name: 'slip.txt' }])
  }
})

test('What an agent sends as an answer is for the requester, and with a note for nobody outside (P7)', async () => {
  const reference = await asked()
  for (const isInternal of [false, true]) {
    const headers = { ...from(mira), ...multipart, To: await addressAbout(reference, mira, isInternal) }
    const name = isInternal ? 'inside.txt' : 'outside.txt'
    await ticketOf(await comesIn(headers, parts(`Look at ${name}`, { [name]: name })))
  }
  expect(await filesIn(reference)).toEqual([[], ['outside.txt text/plain'], ['inside.txt text/plain']])
  const mine = await myTicket(db, elif, reference)
  expect(mine?.messages.map(({ files }) => files.map(({ name }) => name))).toEqual([[], ['outside.txt']])
})
