import { beforeAll, expect, test } from 'vitest'
import { changeStatus } from '#actions/tickets/change-status.ts'
import { mira } from '#src/demo/cast.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { asked, ledger, openDesk } from '#tests/support/desk.ts'
import { post, shown } from '#tests/support/post.ts'
import { ticketIn } from '#tests/support/ticket-in.ts'

beforeAll(openDesk)
const changed = (fields: Record<string, string>) => post(changeStatus, 'tickets.change-status', mira, fields)

test('A new status leads back to the ticket, which says that it was changed', async () => {
  const reference = await asked()
  const { redirect } = await changed({ reference, status: 'solved', wasStatus: 'open' })
  expect(redirect).toBe(`/desk/tickets/${formatReference(reference)}?done=changed`)
  expect((await ledger(reference)).ticket.status).toBe('solved')
})

test('A closed ticket is not opened again, and the words say what to do instead', async () => {
  const reference = await ticketIn('closed')
  const { words, kept } = shown(await changed({ reference, status: 'open', wasStatus: 'closed' }))
  expect(words).toBe('This ticket is closed and stays as it is. Open a follow-up to go on with it.')
  expect(kept).toMatchObject({ status: 'open' })
})

test('Nobody closes a ticket by asking for it', async () => {
  const reference = await asked()
  const { words } = shown(await changed({ reference, status: 'closed', wasStatus: 'open' }))
  expect(words).toBe('Choose a status from the list.')
})

test('The status that the ticket has already is told as such, and sending it again writes nothing', async () => {
  const reference = await ticketIn('open')
  const send = () =>
    post(changeStatus, 'tickets.change-status', mira, { reference, status: 'solved', wasStatus: 'open' })
  const path = `/desk/tickets/${formatReference(reference)}`
  expect((await send()).redirect).toBe(`${path}?done=changed`)
  expect((await send()).redirect).toBe(`${path}?done=already-so`)
  expect((await ledger(reference)).events).toHaveLength(2)
})
