import { beforeAll, expect, test } from 'vitest'
import { reply } from '#actions/tickets/reply.ts'
import { elif, mira, tom } from '#src/demo/cast.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { asked, ledger, openDesk } from '#tests/support/desk.ts'
import { post, shown } from '#tests/support/post.ts'
import { ticketIn } from '#tests/support/ticket-in.ts'

beforeAll(openDesk)
const replied = (by: typeof elif | typeof mira, reference: string, more = {}) =>
  post(reply, 'tickets.reply', by, { reference, seen: 1, body: 'Hello there', ...more })

test('A customer’s reply leads back to their ticket, and an agent’s to the desk', async () => {
  const reference = await asked()
  const path = `/tickets/${formatReference(reference)}?done=reply-sent`
  expect((await replied(elif, reference)).redirect).toBe(path)
  expect((await replied(mira, reference, { seen: 2 })).redirect).toBe(`/desk${path}`)
  expect((await ledger(reference)).messages).toHaveLength(3)
})

test('A customer’s reply to a closed ticket leads to the new one that follows it', async () => {
  const reference = await ticketIn('closed')
  const { redirect } = await replied(elif, reference)
  expect(redirect).toMatch(/^\/tickets\/\w{4}-\w{4}\?done=followed-up$/)
  expect(redirect).not.toContain(formatReference(reference))
})

test('A customer never sets a status, whatever the post says', async () => {
  const reference = await ticketIn('pending')
  await replied(elif, reference, { status: 'solved' })
  expect((await ledger(reference)).ticket.status).toBe('open')
})

test('A reply to the ticket of somebody else is kept and says no more than that there is none', async () => {
  const reference = await asked()
  const theirs = shown(await replied(tom, reference))
  expect(theirs.words).toBe(shown(await replied(tom, 'AAAAAAAA')).words)
  expect(theirs.kept).toMatchObject({ body: 'Hello there' })
  expect((await ledger(reference)).messages).toHaveLength(1)
})

test('A reply that was overtaken is kept, with what was written meanwhile on top', async () => {
  const reference = await asked()
  await replied(elif, reference)
  const end = await replied(mira, reference, { body: 'Which pier?' })
  expect(end.report?.news).toMatchObject([{ author: elif.name }])
  expect(shown(end).kept).toMatchObject({ body: 'Which pier?' })
})
