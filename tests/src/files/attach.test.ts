import { asc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { elif, mira } from '#src/demo/cast.ts'
import { attach, type GivenFile } from '#src/files/attach.ts'
import { postgresStore } from '#src/files/postgres-store.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { codeOf } from '#src/lib/db/errors.ts'
import { attachments, fileChunks, files } from '#src/lib/db/tables/files.ts'
import { publicAttachments } from '#src/lib/db/tables/public-views.ts'
import { ticketMessages, tickets } from '#src/lib/db/tables/tickets.ts'
import { asked, bring, ledger, openDesk } from '#tests/support/desk.ts'
import { superuser } from '#tests/support/outside.ts'
import { bareJpeg, photo } from '#tests/support/pictures.ts'

beforeAll(openDesk)

const send = (messageId: string, given: GivenFile[]) =>
  transaction(elif.userId, tx => attach(tx, messageId, given))
const given = (name: string, contents: string | Buffer) => ({ name, bytes: [Buffer.from(contents)] })
const attachedTo = (messageId: string) =>
  db
    .select()
    .from(attachments)
    .innerJoin(files, eq(files.hash, attachments.fileHash))
    .where(eq(attachments.messageId, messageId))
    .orderBy(asc(attachments.position))

async function messageOfANewTicket() {
  const { messages } = await ledger(await asked())
  return messages[0]?.id ?? ''
}

async function bytesOf(contentId: string) {
  const parts: Uint8Array[] = []
  for await (const part of postgresStore.get(db, contentId)) parts.push(part)
  return Buffer.concat(parts)
}

test('Files are attached in their order, with a clean name, by what they are, and come back byte for byte', async () => {
  const message = await messageOfANewTicket()
  const large = Buffer.alloc(600_000, 'not the same in every part, ')
  await send(message, [
    { ...given('..\\pier.png', photo()), description: 'The pier' },
    given('log.bin', large),
    given('empty', ''),
  ])
  const [first, second, third] = await attachedTo(message)
  expect(first).toMatchObject({
    attachments: { name: 'pier.png', position: 0, description: 'The pier' },
    files: { type: 'image/jpeg', size: bareJpeg.length, mayGoAfter: null },
  })
  expect(await bytesOf(first?.files.contentId ?? '')).toEqual(bareJpeg)
  expect(second).toMatchObject({ files: { size: 600_000, type: 'text/plain' } })
  expect((await bytesOf(second?.files.contentId ?? '')).equals(large)).toBe(true)
  expect(third).toMatchObject({ attachments: { description: null }, files: { size: 0 } })
  expect(await bytesOf(third?.files.contentId ?? '')).toHaveLength(0)
})

test('A file in many small parts is kept in few chunks, and given back in them', async () => {
  const message = await messageOfANewTicket()
  async function* trickle() {
    for (let part = 0; part < 5000; part++) yield Buffer.alloc(101, part % 251)
  }
  await send(message, [{ name: 'trickle', bytes: trickle() }])
  const contentId = (await attachedTo(message))[0]?.files.contentId ?? ''
  const chunks = await db.select().from(fileChunks).where(eq(fileChunks.contentId, contentId))
  expect(chunks.map(({ bytes }) => bytes.length)).toEqual([262_144, 505_000 - 262_144])
})

test('The same contents are kept once, under as many names as they were sent', async () => {
  const [one, other] = [await messageOfANewTicket(), await messageOfANewTicket()]
  await send(one, [given('first.txt', 'the same words'), given('again.txt', 'the same words')])
  const chunks = await db.$count(fileChunks)
  await send(other, [given('second.txt', 'the same words')])
  expect(await db.$count(fileChunks)).toBe(chunks)
  const [first, again] = await attachedTo(one)
  expect((await attachedTo(other))[0]?.files).toEqual(first?.files)
  expect([first?.attachments.name, again?.attachments.name]).toEqual(['first.txt', 'again.txt'])
})

test('Two who send the same at the same moment both have it, and it is kept once', async () => {
  const messages = await Promise.all([messageOfANewTicket(), messageOfANewTicket()])
  const before = await db.$count(fileChunks)
  await Promise.all(messages.map(message => send(message, [given('at once', 'sent by two at once')])))
  expect(await db.$count(fileChunks)).toBe(before + 1)
  for (const message of messages) expect(await attachedTo(message)).toHaveLength(1)
})

test('What is not committed is not kept', async () => {
  const message = await messageOfANewTicket()
  const before = [await db.$count(files), await db.$count(fileChunks), await db.$count(attachments)]
  const broken = transaction(elif.userId, async tx => {
    await attach(tx, message, [given('lost', 'never to be seen')])
    throw new Error('the form was refused')
  })
  await expect(broken).rejects.toThrow('refused')
  expect([await db.$count(files), await db.$count(fileChunks), await db.$count(attachments)]).toEqual(before)
})

test('What was sent stays as it was sent, even against the owner of the tables', async () => {
  const message = await messageOfANewTicket()
  await send(message, [given('stays.txt', 'these bytes')])
  const outside = superuser()
  for (const statement of [
    "update attachments set name = 'other.txt'",
    'delete from attachments',
    'truncate attachments',
    "update file_chunks set bytes = '\\x00'",
    "update files set type = 'text/html'",
  ])
    expect(await outside.unsafe(statement).then(() => 'done', codeOf), statement).toBe('HF002')
  await outside.end()
})

test('A ticket that goes takes its attachments along, and lets go of what no other message has', async () => {
  const [one, other] = [await messageOfANewTicket(), await messageOfANewTicket()]
  await send(one, [given('own.txt', 'only here'), given('shared.txt', 'here and there')])
  await send(other, [given('shared.txt', 'here and there')])
  const [own, shared] = await attachedTo(one)
  const [ticket] = await db
    .select({ id: ticketMessages.ticketId })
    .from(ticketMessages)
    .where(eq(ticketMessages.id, one))
  await transaction('test', tx => tx.delete(tickets).where(eq(tickets.id, ticket?.id ?? '')))
  expect(await attachedTo(one)).toEqual([])
  const goes = async (hash = '') =>
    (await db.select().from(files).where(eq(files.hash, hash)))[0]?.mayGoAfter ?? null
  expect(await goes(own?.files.hash)).toBeInstanceOf(Date)
  expect(await goes(shared?.files.hash)).toBeNull()
})

test('Of the files of a note nothing is in what requesters read (P7)', async () => {
  const reference = await asked()
  await bring(reference, mira, { note: 'What do you make of this?' })
  const { ticket, messages } = await ledger(reference)
  for (const { id, isInternal } of messages)
    await send(id, [given(isInternal ? 'canary.txt' : 'public.txt', 'one and the same')])
  const shown = await db.select().from(publicAttachments).where(eq(publicAttachments.ticketId, ticket.id))
  expect(shown.map(({ name }) => name)).toEqual(['public.txt'])
})
