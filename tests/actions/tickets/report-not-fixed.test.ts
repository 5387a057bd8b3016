import { beforeAll, expect, test } from 'vitest'
import { reportNotFixed } from '#actions/tickets/report-not-fixed.ts'
import { elif } from '#src/demo/cast.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { ledger, openDesk } from '#tests/support/desk.ts'
import { post, shown } from '#tests/support/post.ts'
import { ticketIn } from '#tests/support/ticket-in.ts'

beforeAll(openDesk)
const disputed = (reference: string, body = 'It squeaks.') =>
  post(reportNotFixed, 'tickets.report-not-fixed', elif, { reference, body })

test('“Not fixed” leads back to the ticket, which is open again', async () => {
  const reference = await ticketIn('solved')
  expect((await disputed(reference)).redirect).toBe(`/tickets/${formatReference(reference)}?done=not-fixed`)
  expect((await ledger(reference)).ticket).toMatchObject({ status: 'open', reopenCount: 1 })
})

test('On a closed ticket it leads to the new one that follows it', async () => {
  const reference = await ticketIn('closed')
  const { redirect } = await disputed(reference)
  expect(redirect).toMatch(/\?done=followed-up$/)
  expect(redirect).not.toContain(formatReference(reference))
})

test('On an open ticket the words say what to do, and the text is kept', async () => {
  const reference = await ticketIn('open')
  expect(shown(await disputed(reference))).toMatchObject({
    words: expect.stringContaining('Write a reply'),
    kept: { body: 'It squeaks.' },
  })
})

test('What is still wrong must be said', async () => {
  const reference = await ticketIn('solved')
  expect(shown(await disputed(reference, '')).words).toBe('Tell us what is still wrong.')
})
