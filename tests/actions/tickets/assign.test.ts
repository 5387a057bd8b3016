import { beforeAll, expect, test } from 'vitest'
import { assign } from '#actions/tickets/assign.ts'
import { bram, jonas, mira } from '#src/demo/cast.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { asked, ledger, openDesk } from '#tests/support/desk.ts'
import { post, shown } from '#tests/support/post.ts'

beforeAll(openDesk)
const page = { wasAssignee: '', wasTeam: '', assignee: '', team: '' }
const given = (fields: Record<string, string>) => post(assign, 'tickets.assign', mira, { ...page, ...fields })

test('Giving a ticket to somebody leads back to it, which says that it was changed', async () => {
  const reference = await asked()
  const { redirect } = await given({ reference, assignee: jonas.agentId, team: 'parcels' })
  expect(redirect).toBe(`/desk/tickets/${formatReference(reference)}?done=changed`)
  expect((await ledger(reference)).ticket).toMatchObject({ assigneeId: jonas.agentId, team: 'parcels' })
})

test('Somebody who left, somebody of another team and nobody we know are refused beside the field', async () => {
  const reference = await asked()
  const wrong: [string, string][] = [
    [bram.agentId, 'Choose an assignee who works here.'],
    [jonas.agentId, 'Choose an assignee who is in the team, or change the team.'],
    ['the boss', 'Choose an assignee from the list.'],
  ]
  for (const [assignee, words] of wrong) {
    const end = await given({ reference, assignee, team: 'bookings' })
    expect(end.report?.result.error?.fieldErrors).toMatchObject({ assignee: [words] })
    expect(shown(end).kept).toMatchObject({ assignee, team: 'bookings' })
  }
  expect((await ledger(reference)).events).toHaveLength(1)
})
