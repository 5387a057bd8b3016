import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { elif, tom } from '#src/demo/cast.ts'
import { readListing } from '#src/files/listing.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { files } from '#src/lib/db/tables/files.ts'
import { signFormToken } from '#src/lib/forms/token.ts'
import { chosen, received } from '#tests/support/chosen.ts'
import { openDesk } from '#tests/support/desk.ts'
import { photo, place } from '#tests/support/pictures.ts'

beforeAll(openDesk)

const hashOf = (contents: string) => createHash('sha256').update(contents).digest('hex')
const rowOf = async (hash: string) => (await db.select().from(files).where(eq(files.hash, hash)))[0]
const names = (listing: string) => readListing(elif.userId, listing).map(({ name }) => name)
const aDay = 24 * 3600_000

test('What is chosen is kept for a day under its hash, and the file itself goes no further', async () => {
  const { listing, posted, said, refused } = await received(elif, [chosen('..\\a\r\nlog.txt', 'Gate 4')])
  expect(readListing(elif.userId, listing)).toEqual([
    { hash: hashOf('Gate 4'), name: 'alog.txt', words: 'Text, 6 bytes', proof: expect.any(String) },
  ])
  expect(posted.has('upload')).toBe(false)
  expect([said, refused]).toEqual(['“alog.txt” is attached. Nothing was sent yet.', []])
  const row = await rowOf(hashOf('Gate 4'))
  expect(Math.abs((row?.mayGoAfter?.getTime() ?? 0) - Date.now() - aDay)).toBeLessThan(60_000)
})

test('A photo is kept without its place, and its size is that of what is kept', async () => {
  const { listing } = await received(elif, [chosen('pier.jpg', new Uint8Array(photo(6)))])
  const [file] = readListing(elif.userId, listing)
  const row = await rowOf(file?.hash ?? '')
  expect(row?.type).toBe('image/jpeg')
  expect(row?.size).toBeLessThan(photo(6).length)
  expect(photo(6).includes(place)).toBe(true)
})

test('The same form says the same each time, and the same file is listed once', async () => {
  const once = await received(elif, [chosen('a.txt', 'same')])
  const again = await received(elif, [chosen('a.txt', 'same')])
  expect(again.listing).toBe(once.listing)
  const both = await received(elif, [chosen('a.txt', 'same'), chosen('b.txt', 'same')], {
    listing: once.listing,
  })
  expect(names(both.listing)).toEqual(['a.txt', 'b.txt'])
})

test('A file is taken out by its own button, once, however often that is pressed', async () => {
  const { listing } = await received(elif, [chosen('a.txt', 'a'), chosen('b.txt', 'b')])
  const intent = `remove-file ${readListing(elif.userId, listing)[0]?.proof}`
  const less = await received(elif, [], { listing, intent })
  expect([names(less.listing), less.said]).toEqual([['b.txt'], '“a.txt” was removed. Nothing was sent yet.'])
  const again = await received(elif, [], { listing: less.listing, intent })
  expect(names(again.listing)).toEqual(['b.txt'])
})

test('What is too large, empty or one too many is refused in words that name it and the limit', async () => {
  const most = Array.from({ length: 9 }, (_, at) => chosen(`${at}.txt`, `number ${at}`))
  const { listing, refused } = await received(elif, [
    chosen('log.zip', new Uint8Array(10_000_001)),
    chosen('nothing.txt', ''),
    chosen('just.bin', new Uint8Array(10_000_000)),
    ...most,
    chosen('late.txt', 'late'),
  ])
  expect(names(listing)).toEqual(['just.bin', ...most.map(({ name }) => name)])
  expect(refused).toEqual([
    '“log.zip” has 10.0 MB. A file may have 10 MB at most.',
    '“nothing.txt” is empty. Choose a file with something in it.',
    '“late.txt” is one too many. A message may have 10 files at most.',
  ])
})

test('An input in which nothing was chosen is no file', async () => {
  const { listing, refused } = await received(elif, [chosen('', ''), chosen('undefined', '')], {
    intent: 'send',
  })
  expect([listing, refused]).toEqual(['', []])
})

test('Nobody has the file of somebody else by its hash, by their list, or by a word in it', async () => {
  const { listing } = await received(elif, [chosen('mine.txt', 'for my eyes')])
  const [mine] = JSON.parse(listing)
  const forged = [
    listing,
    JSON.stringify([{ ...mine, name: 'other.txt' }]),
    JSON.stringify([{ ...mine, proof: '' }]),
    JSON.stringify([{ hash: mine.hash }]),
    '[{"hash":5}]',
    '{"length":1}',
    'garbage',
  ]
  for (const listing of forged) {
    const theirs = await received(tom, [], { listing })
    expect(theirs.listing, listing).toBe('')
  }
  expect((await received(elif, [], { listing: JSON.stringify([{ ...mine, name: 'x' }]) })).listing).toBe('')
})

test('Only a form of ours can bring files, however old it is and whoever has it', async () => {
  const old = signFormToken('tickets.add-note', elif.userId, Date.now() - 3 * aDay)
  expect(names((await received(elif, [chosen('old.txt', 'old page')], { k: old })).listing)).toEqual([
    'old.txt',
  ])
  expect((await received(null, [chosen('guest.txt', 'of nobody')])).listing).not.toBe('')
  for (const k of ['', 'x', signFormToken('tickets.reply', elif.userId)]) {
    const { listing, posted } = await received(elif, [chosen('no.txt', `forged ${k}`)], { k })
    expect([listing, posted.has('upload'), posted.has('files')]).toEqual(['', false, false])
    expect(await rowOf(hashOf(`forged ${k}`))).toBeUndefined()
  }
})

test('With each post its files stay another day', async () => {
  const { listing } = await received(elif, [chosen('stay.txt', 'stay')])
  const hash = hashOf('stay')
  const sooner = { mayGoAfter: sql`now() + interval '1 hour'` }
  await transaction('test', tx => tx.update(files).set(sooner).where(eq(files.hash, hash)))
  await received(elif, [], { listing, intent: 'send' })
  expect((await rowOf(hash))?.mayGoAfter?.getTime()).toBeGreaterThan(Date.now() + aDay - 60_000)
})
