import { beforeAll, expect, test } from 'vitest'
import { compose } from '#actions/tickets/compose.ts'
import { ada, elif, jonas, noor } from '#src/demo/cast.ts'
import { leftAlone } from '#src/lib/forms/left-alone.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { reply } from '#src/tickets/reply.ts'
import { act, asked, bring, ledger, openDesk } from '#tests/support/desk.ts'
import { type Fields, post, shown } from '#tests/support/post.ts'
import { composerOf } from '#tests/support/ticket-in.ts'

beforeAll(openDesk)

async function composed(reference: string, fields: Fields) {
  const { queue: _queue, body: _body, status: _status, ...page } = await composerOf(reference)
  return post(compose, 'tickets.compose', noor, { ...page, ...fields })
}
const path = (reference: string) => `/desk/tickets/${formatReference(reference)}`

test('Each button leads to the ticket with words of its own, and back to the queue one came from', async () => {
  const reference = await asked()
  const ends: [Fields, string][] = [
    [{ intent: 'take', queue: 'open' }, '?done=taken&queue=open'],
    [{ kind: 'note', body: 'Call her.' }, '?done=note-added'],
    [{ body: 'Which pier?', status: '' }, '?done=reply-sent'],
    [{ priority: 'high', queue: 'mine' }, '?done=changed&queue=mine'],
  ]
  for (const [fields, done] of ends)
    expect((await composed(reference, fields)).redirect).toBe(path(reference) + done)
  expect((await ledger(reference)).ticket).toMatchObject({ status: 'pending', priority: 'high' })
})

test('“Send and take the next” leads to the next ticket', async () => {
  const here = await asked()
  const next = await asked()
  await bring(next, ada, { priority: 'urgent' })
  const { redirect } = await composed(here, { intent: 'send-next', queue: 'unassigned', body: 'Which pier?' })
  expect(redirect).toBe(`${path(next)}?done=reply-sent&queue=unassigned`)
})

test('A reply that was overtaken comes back whole, and sending it anyway from the new page works', async () => {
  const reference = await asked()
  const page = {
    ...(await composerOf(reference)),
    queue: '',
    status: '',
    body: 'Which pier?',
    team: 'access',
  }
  await act(reply, elif, { reference, seen: 0, body: 'I found it!' })
  const end = await post(compose, 'tickets.compose', noor, page)
  expect(end.report?.news).toMatchObject([{ body: 'I found it!', internal: false }])
  expect(shown(end).kept).toMatchObject({ body: 'Which pier?', team: 'access', kind: 'reply' })
  expect((await ledger(reference)).messages).toHaveLength(2)
  const again = await composed(reference, { body: 'Which pier?', team: 'access' })
  expect(again.redirect).toBe(`${path(reference)}?done=reply-sent`)
  expect((await ledger(reference)).ticket).toMatchObject({ team: 'access', status: 'pending' })
})

test('Sending anyway never sets back a field that a colleague changed and that this agent left alone', async () => {
  const reference = await asked()
  const page = {
    ...(await composerOf(reference)),
    queue: '',
    status: '',
    body: 'Which pier?',
    team: 'access',
  }
  await bring(reference, jonas, { note: 'Urgent, I think.', priority: 'urgent' })
  const { kept } = shown(await post(compose, 'tickets.compose', noor, page))
  const { seen, wasStatus, wasPriority, wasAssignee, wasTeam } = await composerOf(reference)
  const shownAgain = { ...page, seen, wasStatus, wasPriority, wasAssignee, wasTeam, ...leftAlone(kept) }
  const end = await post(compose, 'tickets.compose', noor, shownAgain)
  expect(end.redirect).toBe(`${path(reference)}?done=reply-sent`)
  expect((await ledger(reference)).ticket).toMatchObject({ priority: 'urgent', team: 'access' })
})

test('A ticket that a colleague has taken is told with their name, and the text is kept in the form', async () => {
  const reference = await asked()
  await bring(reference, jonas, { assigneeId: jonas.agentId })
  const end = await composed(reference, { intent: 'take', body: 'Dear Elif' })
  expect(shown(end)).toMatchObject({
    words: `This ticket is already taken by ${jonas.name}.`,
    kept: { body: 'Dear Elif' },
  })
})

test('Text for nobody in particular is not sent: whether it is a reply or a note must be said', async () => {
  const reference = await asked()
  const { words, kept } = shown(await composed(reference, { kind: 'both', body: 'Hm' }))
  expect(words).toBe('Choose whether this is a reply or a note.')
  expect(kept).toMatchObject({ body: 'Hm' })
})
