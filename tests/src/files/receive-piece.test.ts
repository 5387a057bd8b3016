import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { elif, jonas, mira, tom } from '#src/demo/cast.ts'
import { readListing } from '#src/files/listing.ts'
import { sweepUploads } from '#src/files/sweep-uploads.ts'
import { mostUnsent } from '#src/files/unsent.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { attachments, fileChunks, files, uploads } from '#src/lib/db/tables/files.ts'
import { signFormToken } from '#src/lib/forms/token.ts'
import { pieceBytes } from '#src/lib/http/limits.ts'
import { chosen, pieceBrought, received } from '#tests/support/chosen.ts'
import { asked, bring, ledger, openDesk } from '#tests/support/desk.ts'
import { proxyOwnDatabase } from '#tests/support/own-proxy.ts'
import { photo, place } from '#tests/support/pictures.ts'

const proxy = await proxyOwnDatabase()
beforeAll(openDesk)

type Person = typeof elif | typeof mira

/** A file of two pieces and a half, not the same as any other. */
function large(name = 'log.bin', size = 2.5 * pieceBytes) {
  const bytes = new Uint8Array(size).fill(7)
  bytes.set(new TextEncoder().encode(crypto.randomUUID()))
  return { name, bytes, file: crypto.randomUUID() }
}
type Large = ReturnType<typeof large>

const piece = (by: Person, { name, bytes, file }: Large, at: number, k?: string) =>
  pieceBrought(
    by,
    { file, size: bytes.length, at },
    chosen(name, bytes.slice(at, at + pieceBytes)),
    k ?? signFormToken('tickets.add-note', by.userId),
  )

/** Brings a file as a browser does: from where it is told to go on, until all of it is here. */
async function whole(by: Person, one: Large) {
  let arrived = await piece(by, one, 0)
  while (arrived && 'next' in arrived) arrived = await piece(by, one, arrived.next)
  return arrived && 'listed' in arrived ? arrived.listed : undefined
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const keptSize = async (hash: string) =>
  (await db.select({ size: files.size }).from(files).where(eq(files.hash, hash)))[0]?.size
const uploadOf = async ({ file }: Large) => (await db.select().from(uploads).where(eq(uploads.key, file)))[0]
const aged = (one: Large) =>
  transaction('test', tx =>
    tx.update(uploads).set({ goesAfter: sql`now() - interval '1 minute'` }).where(eq(uploads.key, one.file)),
  )

test('A file that comes in pieces is kept as one that came whole: same bytes, same listing, no piece left behind', async () => {
  const one = large('..\\a\r\nlog.bin')
  expect(await piece(elif, one, 0)).toEqual({ next: pieceBytes })
  expect(await piece(elif, one, pieceBytes)).toEqual({ next: 2 * pieceBytes })
  const listed = await whole(elif, one)
  const { listing } = await received(elif, [chosen(one.name, one.bytes)])
  expect([listed]).toEqual(readListing(elif.userId, listing))
  expect(await keptSize(hashOf(one.bytes))).toBe(one.bytes.length)
  const upload = await uploadOf(one)
  expect(await db.$count(fileChunks, eq(fileChunks.contentId, upload?.id ?? ''))).toBe(0)
})

test('A photo that comes in pieces leaves its place behind', async () => {
  const bytes = new Uint8Array(photo(6))
  const listed = await whole(elif, { name: 'pier.jpg', bytes, file: crypto.randomUUID() })
  expect(photo(6).includes(place)).toBe(true)
  expect(listed?.words).toMatch(/^JPEG picture/)
  expect(await keptSize(listed?.hash ?? '')).toBeLessThan(bytes.length)
})

test('A piece that comes twice counts once, the last one too, and fifty at once', async () => {
  const one = large()
  await piece(elif, one, 0)
  expect(await piece(elif, one, 0)).toEqual({ next: pieceBytes })
  await piece(elif, one, pieceBytes)
  const ends = await Promise.all(Array.from({ length: 50 }, () => piece(elif, one, 2 * pieceBytes)))
  expect(new Set(ends.map(end => JSON.stringify(end))).size).toBe(1)
  expect(ends[0]).toMatchObject({ listed: { hash: hashOf(one.bytes) } })
  expect(await whole(elif, one)).toMatchObject({ hash: hashOf(one.bytes) })
})

test('A piece out of order, or one after a missing one, is not kept, and it is said where to go on', async () => {
  const one = large()
  expect(await piece(elif, one, pieceBytes)).toEqual({ next: 0 })
  await piece(elif, one, 0)
  expect(await piece(elif, one, 2 * pieceBytes)).toEqual({ next: pieceBytes })
  expect(await piece(elif, one, 17)).toEqual({ next: pieceBytes })
  expect(await whole(elif, one)).toMatchObject({ hash: hashOf(one.bytes) })
})

test('Nobody comes to the pieces of somebody else: the same name for a file is another file', async () => {
  const one = large()
  await piece(elif, one, 0)
  expect(await piece(tom, one, pieceBytes)).toEqual({ next: 0 })
  const theirs = { ...large(), file: one.file }
  const listed = await whole(tom, theirs)
  expect(listed?.hash).toBe(hashOf(theirs.bytes))
  expect(readListing(elif.userId, JSON.stringify([listed]))).toEqual([])
  expect(await whole(elif, one)).toMatchObject({ hash: hashOf(one.bytes) })
})

test('Only a page of ours brings pieces, and what it says of them is not believed', async () => {
  const one = large()
  for (const k of ['', 'x', signFormToken('tickets.reply', elif.userId)])
    expect(await piece(elif, one, 0, k)).toEqual({
      refused: 'This page can bring no files any more. Load it again.',
    })
  const said = { refused: 'This file could not be read. Choose it again.' }
  const full = chosen('a', one.bytes.slice(0, pieceBytes))
  const { file } = one
  for (const [of, bytes] of [
    [{ file, size: 1e9, at: -1 }, full],
    [{ file: '../x', size: one.bytes.length, at: 0 }, full],
    [{ file, size: 1.5, at: 0 }, full],
    [{ file, size: one.bytes.length, at: 0 }, chosen('a', 'short')],
    [{ file, size: one.bytes.length, at: 0 }, chosen('a', one.bytes)],
    [{ file, size: 5, at: 0 }, full],
  ] as const)
    expect(await pieceBrought(elif, of, bytes), JSON.stringify(of)).toEqual(said)
  expect(await db.$count(fileChunks, eq(fileChunks.contentId, (await uploadOf(one))?.id ?? ''))).toBe(0)
})

test('What is too large or empty is refused by what is announced, before anything is kept', async () => {
  const said = (size: number) =>
    pieceBrought(elif, { file: crypto.randomUUID(), size, at: 0 }, chosen('log.zip', 'PK'))
  expect(await said(10_000_001)).toEqual({
    refused: '“log.zip” has 10.0 MB. A file may have 10 MB at most.',
  })
  expect(await said(0)).toEqual({ refused: '“log.zip” is empty. Choose a file with something in it.' })
})

test('Pieces of which no more come go after a day, and the file can begin anew', async () => {
  const [old, young] = [large(), large()]
  await piece(elif, old, 0)
  await piece(elif, young, 0)
  const before = await uploadOf(old)
  await aged(old)
  expect(await transaction('system:sweep-uploads', sweepUploads)).toBe(false)
  expect(await db.$count(fileChunks, eq(fileChunks.contentId, before?.id ?? ''))).toBe(0)
  expect(await piece(elif, young, pieceBytes)).toEqual({ next: 2 * pieceBytes })
  expect(await piece(elif, old, pieceBytes)).toEqual({ next: 0 })
  expect(await whole(elif, old)).toMatchObject({ hash: hashOf(old.bytes) })
})

for (const [where, at] of [
  ['before its bytes are put together', /^select "bytes" from "file_chunks"/],
  ['before the file is known', /insert into "files"/],
  ['when all is done but said', /^commit$/],
] as const)
  for (const when of ['before', 'after'] as const)
    test(`A line to the database that breaks ${where} (${when}) costs no piece: there is the file once`, async () => {
      const one = large()
      await piece(elif, one, 0)
      await piece(elif, one, pieceBytes)
      proxy.cutOnce({ at, when })
      await piece(elif, one, 2 * pieceBytes).catch(() => undefined)
      expect(proxy.cutPending).toBe(false)
      expect(await piece(elif, one, 2 * pieceBytes)).toMatchObject({ listed: { hash: hashOf(one.bytes) } })
      expect(await db.$count(fileChunks, eq(fileChunks.contentId, (await uploadOf(one))?.id ?? ''))).toBe(0)
      expect(await keptSize(hashOf(one.bytes))).toBe(one.bytes.length)
    })

test('Who has too much that is not sent is told so, of whole files and of pieces, and sending makes room', async () => {
  const { files: most, bytes } = mostUnsent()
  const full = { person: jonas.userId, received: 1, hash: null, goesAfter: sql`now() + interval '1 hour'` }
  const fill = (count: number, size: number) =>
    transaction('test', tx =>
      tx
        .insert(uploads)
        .values(Array.from({ length: count }, (_, key) => ({ ...full, key: `${key}`, size }))),
    )
  const empty = () => transaction('test', tx => tx.delete(uploads).where(eq(uploads.person, jonas.userId)))
  const words =
    '“late.txt” cannot be kept now: you have files here that are not sent yet, and 100 of them or 200 MB are the most. Send what you have first. What is not sent goes after a day.'

  const { listing } = await received(jonas, [chosen('plan.txt', 'Row A')])
  await fill(most - 1, 1)
  const late = large('late.txt')
  expect((await received(jonas, [chosen('late.txt', 'x')], { listing })).refused).toEqual([words])
  expect(await piece(jonas, late, 0)).toEqual({ refused: words })
  expect(await whole(mira, late)).toBeTruthy()

  const reference = await asked()
  await bring(reference, jonas, { note: 'The plan.', files: readListing(jonas.userId, listing) })
  const { messages } = await ledger(reference)
  expect(await db.$count(attachments, eq(attachments.messageId, messages.at(-1)?.id ?? ''))).toBe(1)
  expect((await received(jonas, [chosen('late.txt', 'x')])).refused).toEqual([])

  await empty()
  await fill(1, bytes - late.bytes.length + 1)
  expect(await piece(jonas, late, 0)).toEqual({ refused: words })
  await empty()
  await fill(1, bytes - late.bytes.length)
  expect(await whole(jonas, late)).toBeTruthy()
  await transaction('test', tx => tx.update(uploads).set({ goesAfter: sql`now() - interval '1 minute'` }))
  expect((await received(jonas, [chosen('late.txt', 'y')])).refused).toEqual([])
})

test('A list that a page has made longer than a message may be is cut, in words for each', async () => {
  const listings: unknown[] = []
  for (let number = 0; number < 11; number++)
    listings.push(...JSON.parse((await received(elif, [chosen(`${number}.txt`, `list ${number}`)])).listing))
  const { listing, refused } = await received(elif, [], { listing: JSON.stringify(listings), intent: 'send' })
  expect(readListing(elif.userId, listing)).toHaveLength(10)
  expect(refused).toEqual(['“10.txt” is one too many. A message may have 10 files at most.'])
})
