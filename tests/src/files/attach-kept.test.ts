import { asc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { elif, mira, tom } from '#src/demo/cast.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { attachments, fileChunks, files } from '#src/lib/db/tables/files.ts'
import { addNote } from '#src/tickets/add-note.ts'
import { compose } from '#src/tickets/compose.ts'
import { openForCustomer } from '#src/tickets/open-for-customer.ts'
import { openTicket } from '#src/tickets/open-ticket.ts'
import { reply } from '#src/tickets/reply.ts'
import { reportNotFixed } from '#src/tickets/report-not-fixed.ts'
import { chosen, filesOf } from '#tests/support/chosen.ts'
import { act, asked, ledger, openDesk } from '#tests/support/desk.ts'
import { composerOf, ticketIn } from '#tests/support/ticket-in.ts'

beforeAll(openDesk)

const two = (word: string) => [chosen('a.txt', `${word} a`), chosen('b.txt', `${word} b`)]

/** The names of the files that the last message on a ticket has, and whether that message is a note. */
async function lastOn(reference: string) {
  const { messages } = await ledger(reference)
  const last = messages.at(-1)
  const rows = await db
    .select()
    .from(attachments)
    .innerJoin(files, eq(files.hash, attachments.fileHash))
    .where(eq(attachments.messageId, last?.id ?? ''))
    .orderBy(asc(attachments.position))
  return {
    internal: last?.isInternal,
    names: rows.map(row => row.attachments.name),
    staying: rows.every(row => row.files.mayGoAfter === null),
  }
}
const whole = { names: ['a.txt', 'b.txt'], staying: true }

test('A new ticket, a reply, a note and a composed answer have the files that were sent with them', async () => {
  const opening = { subject: 'A bent sign', body: 'Look.', priority: 'normal' as const }
  const opened = await act(openTicket, elif, { ...opening, files: await filesOf(elif, ...two('opened')) })
  const { reference } = opened
  expect(await lastOn(reference)).toEqual({ ...whole, internal: false })
  await act(reply, elif, { reference, seen: 1, body: 'More.', files: await filesOf(elif, ...two('replied')) })
  expect(await lastOn(reference)).toEqual({ ...whole, internal: false })
  await act(addNote, mira, { reference, seen: 2, body: 'Hm.', files: await filesOf(mira, ...two('noted')) })
  expect(await lastOn(reference)).toEqual({ ...whole, internal: true })
  await act(reply, mira, {
    reference,
    seen: 3,
    body: 'Thanks.',
    files: await filesOf(mira, ...two('answered')),
  })
  expect(await lastOn(reference)).toEqual({ ...whole, internal: false })
  const composed = { ...(await composerOf(reference)), kind: 'note' as const, body: 'Done.' }
  await act(compose, mira, { ...composed, files: await filesOf(mira, ...two('composed')) })
  expect(await lastOn(reference)).toEqual({ ...whole, internal: true })
  const told = { ...opening, name: 'Nell', email: 'nell@kelpbay.test' }
  const phoned = await act(openForCustomer, mira, { ...told, files: await filesOf(mira, ...two('phoned')) })
  expect(await lastOn(phoned.reference)).toEqual({ ...whole, internal: false })
})

test('What is still wrong, and what follows a closed ticket, come with their files', async () => {
  const disputed = { reference: await ticketIn('solved'), body: 'It squeaks.' }
  await act(reportNotFixed, elif, { ...disputed, files: await filesOf(elif, ...two('disputed')) })
  expect(await lastOn(disputed.reference)).toMatchObject(whole)
  const closed = { reference: await ticketIn('closed'), seen: 1, body: 'Again.' }
  const { reference } = await act(reply, elif, { ...closed, files: await filesOf(elif, ...two('followed')) })
  expect(reference).not.toBe(closed.reference)
  expect(await lastOn(reference)).toMatchObject(whole)
})

test('The list of somebody else attaches nothing', async () => {
  const reference = await asked(tom)
  await act(reply, tom, { reference, seen: 1, body: 'Mine?', files: await filesOf(elif, ...two('stolen')) })
  expect((await lastOn(reference)).names).toEqual([])
})

test('A file that has gone is named, and nothing is written', async () => {
  const reference = await asked()
  const listing = await filesOf(elif, chosen('photo.jpg', 'will go'))
  const [{ hash }] = JSON.parse(listing)
  await transaction('test', async tx => {
    const [gone] = await tx.delete(files).where(eq(files.hash, hash)).returning()
    await tx.delete(fileChunks).where(eq(fileChunks.contentId, gone?.contentId ?? ''))
  })
  const refusal = await act(reply, elif, { reference, seen: 1, body: 'See it.', files: listing }).catch(
    error => error,
  )
  expect([refusal.message, refusal.field]).toEqual([
    '“photo.jpg” is no longer kept. Remove it and choose it again.',
    'upload',
  ])
  expect((await ledger(reference)).messages).toHaveLength(1)
})

test('The same words with a file that was forgotten are said again, and with the same files they are not', async () => {
  const reference = await asked()
  const said = { reference, seen: 1, body: 'See the file.' }
  await act(reply, elif, said)
  const withFile = { ...said, files: await filesOf(elif, ...two('forgotten')) }
  expect((await act(reply, elif, withFile)).done).toBe('reply-sent')
  expect((await act(reply, elif, withFile)).done).toBe('already-sent')
  const chosenAnew = { ...said, files: await filesOf(elif, ...two('forgotten').reverse()) }
  expect((await act(reply, elif, chosenAnew)).done).toBe('already-sent')
  expect((await ledger(reference)).messages).toHaveLength(3)
  expect(await lastOn(reference)).toMatchObject(whole)
})

test('Files without a word are not sent by the composer', async () => {
  const reference = await asked()
  const page = { ...(await composerOf(reference)), kind: 'reply' as const, body: ' ' }
  const refused = act(compose, mira, { ...page, files: await filesOf(mira, ...two('wordless')) })
  await expect(refused).rejects.toMatchObject({ field: 'body' })
})
