import { beforeAll, describe, expect, test } from 'vitest'
import { ada, elif, jonas, mira, noor, oskar } from '#src/demo/cast.ts'
import { compose } from '#src/tickets/compose.ts'
import { confirmFixed } from '#src/tickets/confirm-fixed.ts'
import { reply } from '#src/tickets/reply.ts'
import { act, asked, bring, ledger, openDesk } from '#tests/support/desk.ts'
import { composerOf, ticketIn } from '#tests/support/ticket-in.ts'

beforeAll(openDesk)

type Changes = Partial<Awaited<ReturnType<typeof composerOf>>>
async function submit(by: typeof ada, reference: string, changes: Changes) {
  return act(compose, by, { ...(await composerOf(reference)), ...changes })
}

describe('One submit is one event', () => {
  test('with the reply and every field that was changed beside it', async () => {
    const reference = await asked()
    const chosen = { status: 'solved', priority: 'high', assignee: mira.agentId, team: 'bookings' } as const
    const done = await submit(mira, reference, { body: 'It is on its way to you.', ...chosen })
    expect(done).toEqual({ reference, done: 'reply-sent' })
    const { ticket, messages, events, mail } = await ledger(reference)
    expect(ticket).toMatchObject({
      status: 'solved',
      priority: 'high',
      assigneeId: mira.agentId,
      team: 'bookings',
    })
    expect(events).toHaveLength(2)
    expect(events[1]).toMatchObject({
      kind: 'replied',
      messageId: messages[1]?.id,
      changes: [
        { field: 'status', from: 'open', to: 'solved' },
        { field: 'priority', from: 'normal', to: 'high' },
        { field: 'assignee', from: null, to: mira.agentId },
        { field: 'team', from: null, to: 'bookings' },
      ],
      targets: { firstResponseMins: 120 },
    })
    expect(messages[1]).toMatchObject({ body: 'It is on its way to you.', isInternal: false })
    expect(mail.map(order => order.kind)).toEqual(['opened', 'answered'])
  })

  test('with a note, which leaves the status as it is and orders no mail', async () => {
    const reference = await asked()
    const done = await submit(mira, reference, { kind: 'note', body: 'Call her.', priority: 'high' })
    expect(done).toEqual({ reference, done: 'note-added' })
    const { ticket, messages, events, mail } = await ledger(reference)
    expect(ticket).toMatchObject({ status: 'open', priority: 'high', firstResponseAt: null })
    expect(events[1]).toMatchObject({ kind: 'noted', changes: [{ field: 'priority' }] })
    expect(messages[1]).toMatchObject({ isInternal: true })
    expect(mail).toHaveLength(1)
  })

  test('with a reply that leaves the ticket open, because its writer chose so', async () => {
    const reference = await asked()
    await submit(mira, reference, { body: 'We look into it.', status: 'open', priority: 'high' })
    expect((await ledger(reference)).ticket.status).toBe('open')
  })

  test('with fields alone, and blanks that somebody left in the text are no message', async () => {
    const reference = await asked()
    const done = await submit(mira, reference, { body: ' \n ', team: 'access' })
    expect(done).toEqual({ reference, done: 'changed' })
    const { messages, events } = await ledger(reference)
    expect(messages).toHaveLength(1)
    expect(events[1]).toMatchObject({ kind: 'updated', changes: [{ field: 'team', to: 'access' }] })
  })

  test('and a submit that would change nothing leaves none, and says so', async () => {
    const reference = await asked()
    await expect(submit(mira, reference, {})).rejects.toThrow('Nothing would change')
    expect((await ledger(reference)).events).toHaveLength(1)
  })
})

describe('The buttons', () => {
  test('“Take it” sends nothing', async () => {
    const reference = await asked()
    expect(await submit(mira, reference, { intent: 'take', body: 'Dear Elif' })).toMatchObject({
      done: 'taken',
    })
    const { ticket, messages } = await ledger(reference)
    expect(ticket.assigneeId).toBe(mira.agentId)
    expect(messages).toHaveLength(1)
  })

  test('“Send and take the next” takes the next of the queue one comes from, in the same transaction', async () => {
    const here = await asked()
    const next = await asked()
    await bring(next, ada, { priority: 'urgent' })
    const done = await submit(noor, here, { intent: 'send-next', queue: 'unassigned', body: 'Which pier?' })
    expect(done).toEqual({ reference: next, done: 'reply-sent' })
    expect((await ledger(here)).messages).toHaveLength(2)
    expect((await ledger(next)).ticket.assigneeId).toBe(noor.agentId)
  })

  test('“Send and take the next” stays here when the queue has nothing more', async () => {
    const here = await asked()
    const done = await submit(noor, here, { intent: 'send-next', queue: 'team', body: 'Which pier?' })
    expect(done).toEqual({ reference: here, done: 'reply-sent' })
  })
})

describe('Two agents at once', () => {
  test('Nothing is sent when somebody else wrote after the page was shown: not the text and not the fields', async () => {
    const reference = await asked()
    const page = await composerOf(reference)
    await act(reply, elif, { reference, seen: 1, body: 'I found it!' })
    const before = await ledger(reference)
    const refusal = await act(compose, mira, { ...page, body: 'Which pier?', priority: 'high' }).catch(
      error => error,
    )
    expect(refusal.news).toMatchObject([{ author: elif.name, body: 'I found it!', internal: false }])
    expect(await ledger(reference)).toEqual(before)
    const done = await submit(mira, reference, { body: 'Wonderful.', priority: 'high' })
    expect(done.done).toBe('reply-sent')
  })

  test('Fields that only one of them touched both stand', async () => {
    const reference = await asked()
    const page = await composerOf(reference)
    await Promise.all([
      act(compose, mira, { ...page, priority: 'high' }),
      act(compose, jonas, { ...page, team: 'access' }),
    ])
    const { ticket, events } = await ledger(reference)
    expect(ticket).toMatchObject({ priority: 'high', team: 'access' })
    expect(events).toHaveLength(3)
  })

  test('A reply on an older page sets its own fields and leaves those that a colleague set', async () => {
    const reference = await asked()
    const page = await composerOf(reference)
    await bring(reference, jonas, { priority: 'urgent', team: 'access' })
    await act(compose, mira, { ...page, body: 'Which pier?' })
    expect((await ledger(reference)).ticket).toMatchObject({
      priority: 'urgent',
      team: 'access',
      status: 'pending',
    })
  })

  test('The same field by both: the second is told what stands, and nothing of theirs is saved', async () => {
    const reference = await asked()
    const page = await composerOf(reference)
    await bring(reference, jonas, { priority: 'urgent' })
    const before = await ledger(reference)
    await expect(
      act(compose, mira, { ...page, body: 'Which pier?', priority: 'low', team: 'access' }),
    ).rejects.toMatchObject({ field: 'priority', message: expect.stringContaining('“Urgent”') })
    expect(await ledger(reference)).toEqual(before)
  })

  test('Both choosing the same value is no quarrel', async () => {
    const reference = await asked()
    const page = await composerOf(reference)
    await bring(reference, jonas, { priority: 'urgent' })
    await act(compose, mira, { ...page, body: 'Which pier?', priority: 'urgent' })
    expect((await ledger(reference)).events.at(-1)).toMatchObject({
      kind: 'replied',
      changes: [{ field: 'status' }],
    })
  })
})

describe('What the composer refuses', () => {
  test('on a closed ticket, everything but a note', async () => {
    const reference = await ticketIn('closed')
    await expect(submit(mira, reference, { body: 'Hello?' })).rejects.toThrow('follow-up')
    await expect(submit(mira, reference, { priority: 'high' })).rejects.toThrow('follow-up')
    await expect(submit(mira, reference, { kind: 'note', body: 'Called.', team: 'access' })).rejects.toThrow(
      'follow-up',
    )
    expect(await submit(mira, reference, { kind: 'note', body: 'Called.' })).toMatchObject({
      done: 'note-added',
    })
    expect((await ledger(reference)).ticket.status).toBe('closed')
  })

  test('taking a closed ticket', async () => {
    const reference = await ticketIn('closed')
    await expect(submit(noor, reference, { intent: 'take' })).rejects.toThrow('already taken by')
    const free = await asked()
    await bring(free, mira, { status: 'solved' })
    await bring(free, mira, { assigneeId: null })
    await act(confirmFixed, elif, { reference: free })
    await expect(submit(noor, free, { intent: 'take' })).rejects.toThrow('follow-up')
  })

  test('an agent on a ticket of their own, and a customer on any', async () => {
    const nothing = 'There is no such ticket for you'
    const own = await asked(oskar)
    await expect(submit(oskar, own, { body: 'Done', kind: 'note' })).rejects.toThrow(nothing)
    const theirs = await asked(elif)
    await expect(act(compose, elif, { ...(await composerOf(theirs)), body: 'x' })).rejects.toThrow(nothing)
  })
})
