import { beforeAll, expect, test } from 'vitest'
import { takeNext } from '#actions/tickets/take-next.ts'
import { jonas, mira } from '#src/demo/cast.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { asked, ledger, openDesk } from '#tests/support/desk.ts'
import { post, shown } from '#tests/support/post.ts'

beforeAll(openDesk)
const next = (by: typeof mira, queue: string) => post(takeNext, 'tickets.take-next', by, { queue })

test('An empty queue is told in words', async () => {
  expect(shown(await next(mira, 'unassigned')).words).toBe(
    'There is no open ticket in this queue that you could take.',
  )
})

test('The next ticket is shown, with the way back to the queue', async () => {
  const reference = await asked()
  const { redirect } = await next(mira, 'open')
  expect(redirect).toBe(`/desk/tickets/${formatReference(reference)}?done=taken&queue=open`)
  expect((await ledger(reference)).ticket.assigneeId).toBe(mira.agentId)
})

test('Two agents who press the button at once are led to two tickets', async () => {
  await asked()
  await asked()
  const ends = await Promise.all([next(mira, 'unassigned'), next(jonas, 'unassigned')])
  expect(new Set(ends.map(end => end.redirect)).size).toBe(2)
})

test('A queue that is not there is the one of the unassigned', async () => {
  const reference = await asked()
  expect((await next(mira, 'nonsense')).redirect).toContain(formatReference(reference))
})
