import { beforeAll, expect, test } from 'vitest'
import { takeNext } from '#actions/tickets/take-next.ts'
import { ada, jonas, mira, noor, oskar } from '#src/demo/cast.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { asked, bring, ledger, openDesk } from '#tests/support/desk.ts'
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
  const ends = await Promise.all([next(ada, 'unassigned'), next(jonas, 'unassigned')])
  expect(new Set(ends.map(end => end.redirect)).size).toBe(2)
})

test('Pressed again from another page or window, it leads to the ticket that was taken and takes no other', async () => {
  const opened = [await asked(), await asked(), await asked()]
  const ends = await Promise.all(Array.from({ length: 20 }, () => next(noor, 'unassigned')))
  expect(new Set(ends.map(({ redirect }) => redirect?.split('?')[0])).size).toBe(1)
  expect(ends.filter(({ redirect }) => redirect?.includes('done=taken-before'))).toHaveLength(19)
  const inHand = async () =>
    (await Promise.all(opened.map(ledger))).filter(({ ticket }) => ticket.assigneeId === noor.agentId)
  const [taken, ...more] = await inHand()
  expect(more).toEqual([])
  await bring(taken?.ticket.reference ?? '', noor, { note: 'Looked at it.' })
  expect((await next(noor, 'unassigned')).redirect).toContain('?done=taken&')
  expect(await inHand()).toHaveLength(2)
})

test('A queue that is not there is the one of the unassigned', async () => {
  const reference = await asked()
  await bring(reference, mira, { priority: 'urgent' })
  expect((await next(oskar, 'nonsense')).redirect).toContain(formatReference(reference))
})
