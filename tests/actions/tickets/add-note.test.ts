import { beforeAll, expect, test } from 'vitest'
import { addNote } from '#actions/tickets/add-note.ts'
import { elif, mira } from '#src/demo/cast.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { reply } from '#src/tickets/reply.ts'
import { act, asked, ledger, openDesk } from '#tests/support/desk.ts'
import { post, shown } from '#tests/support/post.ts'

beforeAll(openDesk)
const noted = (fields: Record<string, string | number>) => post(addNote, 'tickets.add-note', mira, fields)

test('A note leads back to the ticket, which says that it was added', async () => {
  const reference = await asked()
  const { redirect } = await noted({ reference, seen: 1, body: 'She called.' })
  expect(redirect).toBe(`/desk/tickets/${formatReference(reference)}?done=note-added`)
  expect((await ledger(reference)).messages.at(-1)).toMatchObject({ body: 'She called.', isInternal: true })
})

test('A note that was overtaken comes back with what was written meanwhile and with its own text', async () => {
  const reference = await asked()
  await act(reply, elif, { reference, seen: 0, body: 'I found it!' })
  const end = await noted({ reference, seen: 1, body: 'She called.' })
  expect(shown(end)).toMatchObject({
    words: expect.stringContaining('nothing was sent yet'),
    kept: { body: 'She called.' },
  })
  expect(end.report?.news).toMatchObject([{ author: elif.name, body: 'I found it!' }])
})

test('An empty note is asked for in words', async () => {
  const reference = await asked()
  expect(shown(await noted({ reference, seen: 1, body: ' ' })).words).toBe('Write your note.')
})
