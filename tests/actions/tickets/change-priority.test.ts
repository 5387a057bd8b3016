import { beforeAll, expect, test } from 'vitest'
import { changePriority } from '#actions/tickets/change-priority.ts'
import { jonas, mira } from '#src/demo/cast.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { asked, bring, ledger, openDesk } from '#tests/support/desk.ts'
import { post, shown } from '#tests/support/post.ts'

beforeAll(openDesk)
const changed = (fields: Record<string, string>) =>
  post(changePriority, 'tickets.change-priority', mira, fields)

test('A new priority leads back to the ticket, which says that it was changed', async () => {
  const reference = await asked()
  const { redirect } = await changed({ reference, priority: 'urgent', wasPriority: 'normal' })
  expect(redirect).toBe(`/desk/tickets/${formatReference(reference)}?done=changed`)
  expect((await ledger(reference)).ticket.priority).toBe('urgent')
})

test('A priority that a colleague has set meanwhile is named beside the field, and one’s own choice is kept', async () => {
  const reference = await asked()
  await bring(reference, jonas, { priority: 'high' })
  const end = await changed({ reference, priority: 'low', wasPriority: 'normal' })
  expect(end.report?.result.error?.fieldErrors).toMatchObject({
    priority: [expect.stringContaining('“High”')],
  })
  expect(shown(end).kept).toMatchObject({ priority: 'low' })
})

test('A priority that is none is refused beside the field', async () => {
  const reference = await asked()
  expect(shown(await changed({ reference, priority: 'asap' })).words).toBe('Choose a priority from the list.')
})
