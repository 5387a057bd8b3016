import { beforeAll, expect, test } from 'vitest'
import { elif, jonas, mira } from '#src/demo/cast.ts'
import { addNote } from '#src/tickets/add-note.ts'
import { reply } from '#src/tickets/reply.ts'
import { reportNotFixed } from '#src/tickets/report-not-fixed.ts'
import { act, asked, bring, ledger, openDesk } from '#tests/support/desk.ts'
import { ticketIn } from '#tests/support/ticket-in.ts'

beforeAll(openDesk)
const noted = (reference: string, seen: number) => act(addNote, mira, { reference, seen, body: 'Call her.' })

test('What the agent wrote themself is no news, and neither is a change of fields', async () => {
  const reference = await asked()
  await bring(reference, mira, { note: 'Mine.' })
  await bring(reference, jonas, { priority: 'high' })
  await noted(reference, 1)
  expect((await ledger(reference)).messages).toHaveLength(3)
})

test('A page that has seen everything is never overtaken, whatever was written before', async () => {
  const reference = await asked()
  await act(reply, elif, { reference, seen: 0, body: 'And my helmet!' })
  await noted(reference, 2)
  expect((await ledger(reference)).messages).toHaveLength(3)
})

test('The news is told in order, with who, when and whether it is internal, and five at most', async () => {
  const reference = await asked()
  await act(reply, elif, { reference, seen: 0, body: 'And my helmet!' })
  await bring(reference, jonas, { note: 'She called too.' })
  for (const body of ['1', '2', '3', '4']) await act(reply, elif, { reference, seen: 0, body })
  const refusal = await noted(reference, 1).catch(error => error)
  const { messages } = await ledger(reference)
  expect(refusal.news).toHaveLength(5)
  expect(refusal.hidden).toEqual({ seen: String((await ledger(reference)).ticket.lastEventSeq) })
  expect(refusal.news.slice(0, 3)).toEqual(
    [elif.name, jonas.name, elif.name].map((author, index) => ({
      author,
      at: messages[index + 1]?.createdAt.toISOString(),
      body: messages[index + 1]?.body,
      internal: index === 1,
    })),
  )
})

test('“Not fixed” is news like any other message of the requester', async () => {
  const reference = await ticketIn('solved')

  await act(reportNotFixed, elif, { reference, body: 'It squeaks.' })
  await expect(noted(reference, 2)).rejects.toMatchObject({ news: [{ body: 'It squeaks.' }] })
})
