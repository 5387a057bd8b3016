import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { elif, mira } from '#src/demo/cast.ts'
import { attach, type GivenFile } from '#src/files/attach.ts'
import { parseMail } from '#src/inbound/parse.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { bucketObjects, fileChunks, files } from '#src/lib/db/tables/files.ts'
import { env } from '#src/lib/env.ts'
import { deliverNext } from '#src/mail/deliver.ts'
import { enclosuresOf } from '#src/mail/enclosures.ts'
import { smtpAt } from '#src/mail/smtp.ts'
import { asked, bring, ledger, openDesk } from '#tests/support/desk.ts'
import { startMailServer } from '#tests/support/mail-server.ts'
import { emptyOutbox, letMinutesPass, outbox } from '#tests/support/outbox.ts'
import { bareJpeg, photo } from '#tests/support/pictures.ts'

const server = await startMailServer()
const send = smtpAt(server.url)

beforeAll(openDesk)
beforeEach(async () => {
  await emptyOutbox()
  server.mails.length = 0
  delete server.answers.TEXT
})

const given = (name: string, contents: string | Buffer) => ({ name, bytes: [Buffer.from(contents)] })

/** A ticket of Elif's on which Mira has just written this, with these files. The mail that it was opened is gone. */
async function written(wanted: { reply: string } | { note: string }, files: GivenFile[]) {
  const reference = await asked()
  await emptyOutbox()
  await bring(reference, mira, wanted)
  const message = (await ledger(reference)).messages.at(-1)?.id ?? ''
  await transaction(mira.userId, tx => attach(tx, message, files))
  return reference
}

async function arrived() {
  const [mail = ''] = server.mails
  const { text, files } = await parseMail(Buffer.from(mail.replace(/^\.\./gm, '.')))
  return {
    text: text.replaceAll('\r\n', '\n'),
    files: files.map(({ name, type, bytes }) => ({ name, type, bytes: Buffer.from(bytes) })),
  }
}

test('An answer brings its files, byte for byte, by their names and by what they are', async () => {
  const large = Buffer.from(Array.from({ length: 700_000 }, (_, at) => (at * at) % 251))
  await written({ reply: 'Here are the pier and the log.' }, [
    given('Pier „zwei“ 船.jpg', photo()),
    given('log.bin', large),
    given('empty.txt', ''),
  ])
  expect(await deliverNext(send)).toBe(true)
  const { text, files } = await arrived()
  expect(text).toContain('Here are the pier and the log.')
  expect(text).not.toContain('too large')
  expect(files.map(({ name, type }) => `${name}, ${type}`)).toEqual([
    'Pier „zwei“ 船.jpg, image/jpeg',
    'log.bin, application/octet-stream',
    'empty.txt, application/octet-stream',
  ])
  expect(files[0]?.bytes.equals(bareJpeg)).toBe(true)
  expect(files[1]?.bytes.equals(large)).toBe(true)
  expect(files[2]?.bytes).toHaveLength(0)
  expect((await outbox())[0]?.sentAt).not.toBeNull()
})

test('Files go again with the next attempt, when a server did not take the first', async () => {
  await written({ reply: 'Here it is.' }, [given('tide.txt', 'high at noon')])
  server.answers.TEXT = '451 Try again later'
  await deliverNext(send)
  delete server.answers.TEXT
  server.mails.length = 0
  await letMinutesPass(5)
  expect(await deliverNext(send)).toBe(true)
  expect((await arrived()).files.map(({ bytes }) => bytes.toString())).toEqual(['high at noon'])
})

test('What does not fit is named, with its size and where to get it, and what fits goes', async () => {
  await written({ reply: 'Three files.' }, [
    given('first.txt', 'a'.repeat(400_000)),
    given('large.bin', Buffer.alloc(env().mailFilesBytes)),
    given('last.txt', 'b'.repeat(400_000)),
  ])
  await deliverNext(send)
  const { text, files } = await arrived()
  expect(files.map(({ name }) => name)).toEqual(['first.txt', 'last.txt'])
  expect(text).toMatch(
    /too large for this mail.*\nlarge\.bin \(File, 10\.0 MB\): https?:\/\/\S+\/attachments\/[0-9a-f-]{36}\n*$/,
  )
})

test('A mail that is not the answer with the files has none, whoever it goes to', async () => {
  const reference = await written({ reply: 'With a file.' }, [given('answer.txt', 'for Elif')])
  await bring(reference, mira, { reply: 'And no file.' })
  const [first, second] = await outbox()
  if (!first || !second) throw new Error('Both answers are ordered')
  const namesFor = async (order: Parameters<typeof enclosuresOf>[1]) =>
    (await enclosuresOf(db, order, 1000)).files.map(({ filename }) => filename)
  expect(await namesFor(first)).toEqual(['answer.txt'])
  expect(await namesFor(second)).toEqual([])
  for (const kind of ['opened', 'changed', 'customer-wrote', 'desk-news'] as const)
    expect(await namesFor({ ...first, kind })).toEqual([])
})

test('No mail has a file of a note, even if it were taken for an answer', async () => {
  const reference = await written({ note: 'For us alone.' }, [given('inner.txt', 'not for Elif')])
  expect(await outbox()).toEqual([])
  const { ticket } = await ledger(reference)
  const dedupeKey = `answered:${ticket.id}:${ticket.lastEventSeq}`
  const forged = { kind: 'answered', ticketId: ticket.id, dedupeKey } as const
  expect(await enclosuresOf(db, forged, 1000)).toEqual({ files: [], leftOut: null })
  expect(elif.userId).toBe(ticket.requesterId)
})

test('A file that cannot be read keeps its own mail waiting, and no other', async () => {
  const reference = await written({ reply: 'The log is below.' }, [given('log.txt', 'gone astray')])
  const [file] = await db.select().from(files).where(eq(files.size, 'gone astray'.length))
  const { contentId = '', size = 0 } = file ?? {}
  await transaction('test', async tx => {
    await tx.delete(fileChunks).where(eq(fileChunks.contentId, contentId))
    await tx.insert(bucketObjects).values({ contentId, size })
  })
  await bring(reference, mira, { reply: 'And this has none.' })
  while (await deliverNext(send));
  expect(server.mails.map(mail => mail.includes('And this has none.'))).toEqual([true])
  const [waiting] = (await outbox()).filter(order => order.sentAt === null)
  expect(waiting).toMatchObject({ attempts: 1, lastError: 'A file of this mail could not be read' })
})
