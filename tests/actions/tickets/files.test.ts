import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { addNote } from '#actions/tickets/add-note.ts'
import { openTicket } from '#actions/tickets/open-ticket.ts'
import { reply } from '#actions/tickets/reply.ts'
import { elif, mira } from '#src/demo/cast.ts'
import { readListing } from '#src/files/listing.ts'
import { db } from '#src/lib/db/client.ts'
import { attachments, fileChunks, files } from '#src/lib/db/tables/files.ts'
import { draftFor } from '#src/lib/forms/draft.ts'
import { heldAbout } from '#src/lib/forms/hold.ts'
import { chosen } from '#tests/support/chosen.ts'
import { asked, ledger, openDesk } from '#tests/support/desk.ts'
import { proxyOwnDatabase } from '#tests/support/own-proxy.ts'
import { type Action, type Fields, send, shown, visitOf } from '#tests/support/post.ts'
import { sinceThen, standing } from '#tests/support/standing.ts'
import { fill } from '#tests/support/visit.ts'

const proxy = await proxyOwnDatabase()
beforeAll(openDesk)

const names = (person: { userId: string }, listing: unknown) =>
  readListing(person.userId, String(listing ?? '')).map(({ name }) => name)

function filled(name: string, person: typeof elif | typeof mira, fields: Fields, ...all: File[]) {
  const form = fill(name, person, fields)
  for (const file of all) form.append('upload', file)
  return form
}
const sent = async (action: Action, person: typeof elif | typeof mira | null, form: FormData) =>
  send(action, await visitOf(person), form)

test('Fifty identical posts with a file at once write one message, which has it once', async () => {
  const reference = await asked()
  const form = filled('tickets.reply', elif, { reference, body: 'See it.' }, chosen('a.txt', 'fifty times'))
  const visit = await visitOf(elif)
  const before = await standing()
  const ends = await Promise.all(Array.from({ length: 50 }, () => send(reply, visit, form)))
  expect(new Set(ends.map(end => end.redirect ?? shown(end).words)).size).toBe(1)
  expect(ends[0]?.redirect).toMatch(/done=reply-sent$/)
  expect(sinceThen(before, await standing()).added).toMatchObject({
    ticket_messages: 1,
    attachments: 1,
    files: 1,
    file_chunks: 1,
    submissions: 1,
  })
})

test('A form that was refused shows its files again, and sends them by the list alone', async () => {
  const opening = { subject: '', body: 'See it.', priority: 'normal' }
  const first = await sent(
    openTicket,
    elif,
    filled('tickets.open-ticket', elif, opening, chosen('a.txt', 'refused')),
  )
  const { kept } = shown(first)
  expect([kept.body, names(elif, kept.files)]).toEqual(['See it.', ['a.txt']])
  const again = filled('tickets.open-ticket', elif, {
    ...opening,
    subject: 'A bent sign',
    files: String(kept.files),
  })
  expect((await sent(openTicket, elif, again)).redirect).toMatch(/opened$/)
})

test('A file that is refused is an error of its field, and costs nothing else', async () => {
  const reference = await asked()
  const form = filled(
    'tickets.reply',
    elif,
    { reference, body: 'See it.' },
    chosen('no.txt', ''),
    chosen('a.txt', 'good'),
  )
  const { report } = await sent(reply, elif, form)
  expect(report?.result.error?.fieldErrors).toEqual({
    upload: ['“no.txt” is empty. Choose a file with something in it.'],
  })
  expect(report?.result.submission.payload).toMatchObject({ body: 'See it.' })
  expect(names(elif, report?.result.submission.payload.files)).toEqual(['a.txt'])
  expect((await ledger(reference)).messages).toHaveLength(1)
})

test('To attach judges nothing, writes nothing and says what was done', async () => {
  const fields = { reference: 'nonsense', intent: 'attach', body: '' }
  const { report } = await sent(
    addNote,
    mira,
    filled('tickets.add-note', mira, fields, chosen('a.txt', 'only attached')),
  )
  expect(report).toMatchObject({ said: '“a.txt” is attached. Nothing was sent yet.' })
  expect(report?.result.error).toBeNull()
  const [file] = readListing(mira.userId, String(report?.result.submission.payload.files))
  expect(await db.$count(attachments, eq(attachments.fileHash, file?.hash ?? ''))).toBe(0)
})

test('Without a session the files are held with the text, for the person of the page', async () => {
  const fields = { subject: 'Held', body: 'See it.', priority: 'normal' }
  const form = filled('tickets.open-ticket', elif, fields, chosen('held.txt', 'held'), chosen('no.txt', ''))
  expect((await sent(openTicket, null, form)).redirect).toMatch(/^\/sign-in/)
  const [held] = await heldAbout(elif.userId, '', 'tickets.open-ticket')
  expect(held?.values.body).toBe('See it.')
  expect(names(elif, held?.values.files)).toEqual(['held.txt'])
})

test('A draft keeps its files, and is not kept while one of them is refused', async () => {
  const reference = await asked()
  const fields = { reference, intent: 'draft', body: 'See it.' }
  const refused = await sent(reply, elif, filled('tickets.reply', elif, fields, chosen('no.txt', '')))
  expect(shown(refused).words).toContain('“no.txt” is empty.')
  expect(await draftFor(elif.userId, '', reference)).toBeNull()
  await sent(reply, elif, filled('tickets.reply', elif, fields, chosen('a.txt', 'drafted')))
  const draft = await draftFor(elif.userId, '', reference)
  expect(names(elif, draft?.values.files)).toEqual(['a.txt'])
})

test('When the database goes away while a file is kept, the text comes back with words that say so', async () => {
  const reference = await asked()
  const form = filled('tickets.reply', elif, { reference, body: 'See it.' }, chosen('a.txt', 'never kept'))
  const visit = await visitOf(elif)
  await proxy.goAway()
  const end = await send(reply, visit, form).finally(() => proxy.comeBack())
  expect(shown(end)).toMatchObject({ kept: { body: 'See it.' } })
  expect(shown(end).words).toMatch(/Everything you wrote is still here.*could not all be kept/)
  expect([end.status, (await ledger(reference)).messages.length]).toEqual([503, 1])
  expect((await send(reply, visit, form)).redirect).toMatch(/done=reply-sent$/)
})

test('What came in twice at one moment has its bytes once', async () => {
  const form = filled(
    'tickets.add-note',
    mira,
    { reference: 'x', intent: 'attach' },
    chosen('a.txt', 'twice at once'),
  )
  const before = await db.$count(fileChunks)
  const visit = await visitOf(mira)
  await Promise.all([send(addNote, visit, form), send(addNote, visit, form)])
  expect(await db.$count(fileChunks)).toBe(before + 1)
  expect(await db.$count(files)).toBeGreaterThan(0)
})
