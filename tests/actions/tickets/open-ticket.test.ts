import { beforeAll, expect, test } from 'vitest'
import { openTicket } from '#actions/tickets/open-ticket.ts'
import { elif } from '#src/demo/cast.ts'
import { db } from '#src/lib/db/client.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { parseReference } from '#src/tickets/reference.ts'
import { ledger, openDesk } from '#tests/support/desk.ts'
import { type Fields, post, shown } from '#tests/support/post.ts'

beforeAll(openDesk)
const asked = { subject: 'Ramp', body: 'Is there one?\n\nOn the 7:40.', priority: 'high' }
const opened = (fields: Fields) => post(openTicket, 'tickets.open-ticket', elif, fields)

test('A new ticket leads to the page that shows its reference, with the text as it was typed', async () => {
  const { redirect } = await opened(asked)
  const [, typed = ''] = /^\/tickets\/(\w{4}-\w{4})\/opened$/.exec(redirect ?? '') ?? []
  const parsed = parseReference(typed)
  const { ticket, messages } = await ledger(parsed.ok ? parsed.reference : '')
  expect(ticket).toMatchObject({ subject: 'Ramp', priority: 'high', requesterId: elif.userId })
  expect(messages[0]?.body).toBe(asked.body)
})

test('What is missing is asked for beside each field, and the rest is kept', async () => {
  const before = await db.$count(tickets)
  const end = await opened({ subject: 'Hm', body: '  ', priority: 'high' })
  expect(end.report?.result.error?.fieldErrors).toEqual({
    subject: ['Write a subject with at least 3 characters.'],
    body: ['Tell us what happened.'],
  })
  expect(shown(end).kept).toMatchObject({ subject: 'Hm', priority: 'high' })
  expect(await db.$count(tickets)).toBe(before)
})

test('Text that is too long is refused and kept to the last character', async () => {
  const body = 'x'.repeat(50_001)
  const { words, kept } = shown(await opened({ ...asked, body }))
  expect(words).toBe('Use at most 50,000 characters here.')
  expect(kept).toMatchObject({ body })
})

test('A character that cannot be stored is named, and shown where it was', async () => {
  const { words, kept } = shown(await opened({ ...asked, body: 'Hello\u0000there' }))
  expect(words).toContain('Take out the character')
  expect(kept).toMatchObject({ body: 'Hello\uFFFDthere' })
})

test('Nothing that is posted beside the form becomes part of the ticket', async () => {
  const more = {
    requesterId: 'cast-tom',
    status: 'closed',
    assigneeId: crypto.randomUUID(),
    channel: 'email',
    id: '1',
  }
  const { redirect } = await opened({ ...asked, ...more })
  const parsed = parseReference(redirect?.split('/')[2] ?? '')
  const { ticket } = await ledger(parsed.ok ? parsed.reference : '')
  expect(ticket).toMatchObject({ requesterId: elif.userId, status: 'open', assigneeId: null, channel: 'web' })
})
