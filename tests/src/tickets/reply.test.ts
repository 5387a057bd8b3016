import { beforeAll, describe, expect, test } from 'vitest'
import { elif, jonas, mira, oskar, tom } from '#src/demo/cast.ts'
import { confirmFixed } from '#src/tickets/confirm-fixed.ts'
import { reply } from '#src/tickets/reply.ts'
import { act, asked, bring, ledger, openDesk } from '#tests/support/desk.ts'

beforeAll(openDesk)
const says = (reference: string, body: string, more = {}) => ({ reference, body, seen: 0, ...more })
const seenAll = async (reference: string) => ({ seen: (await ledger(reference)).ticket.lastEventSeq })

describe('A requester', () => {
  test('keeps an open ticket open by writing', async () => {
    const reference = await asked()
    expect(await act(reply, elif, says(reference, 'One more thing.'))).toEqual({
      reference,
      as: 'requester',
      done: 'reply-sent',
    })
    const { ticket, messages, events, mail } = await ledger(reference)
    expect(ticket).toMatchObject({ status: 'open', reopenCount: 0 })
    expect(messages.map(message => message.body)).toEqual(['It still stands on the pier.', 'One more thing.'])
    expect(events.at(-1)).toMatchObject({ seq: 2, kind: 'wrote', byRequester: true, changes: [] })
    expect(mail.map(order => order.kind)).toEqual(['opened'])
  })

  test('opens a pending ticket again by writing, without counting it as reopened', async () => {
    const reference = await asked()
    await bring(reference, mira, { reply: 'Which pier?' })
    await act(reply, elif, says(reference, 'Pier two.'))
    const { ticket, events } = await ledger(reference)
    expect(ticket).toMatchObject({ status: 'open', reopenCount: 0 })
    expect(events.at(-1)?.changes).toEqual([{ field: 'status', from: 'pending', to: 'open' }])
  })

  test('reopens a solved ticket by writing, and it counts', async () => {
    const reference = await asked()
    await bring(reference, mira, { reply: 'Sent to you.', status: 'solved' })
    await act(reply, elif, says(reference, 'It never came.'))
    const { ticket } = await ledger(reference)
    expect(ticket).toMatchObject({ status: 'open', reopenCount: 1, solvedAt: null })
    expect(ticket.reopenedAt).not.toBeNull()
    expect(ticket.resolveDueAt).not.toBeNull()
  })

  test('follows up on a closed ticket by writing, which stays untouched', async () => {
    const closed = await asked()
    await bring(closed, mira, { status: 'solved' })
    await act(confirmFixed, elif, { reference: closed })
    const before = await ledger(closed)
    const { reference } = await act(reply, elif, says(closed, 'It is back.'))
    expect(reference).not.toBe(closed)
    expect(await ledger(closed)).toEqual(before)
    const { ticket, messages } = await ledger(reference)
    expect(ticket).toMatchObject({
      followUpOfId: before.ticket.id,
      subject: before.ticket.subject,
      status: 'open',
    })
    expect(messages).toMatchObject([{ body: 'It is back.', authorId: elif.userId }])
  })

  test('cannot write to the ticket of somebody else, and hears no more than of one that is not there', async () => {
    const reference = await asked()
    const refused = await act(reply, tom, says(reference, 'Me too')).catch(error => error.message)
    expect(refused).toBe(await act(reply, tom, says('AAAAAAAA', 'Me too')).catch(error => error.message))
    expect((await ledger(reference)).messages).toHaveLength(1)
  })
})

describe('An agent', () => {
  test('gives the first response once, sets pending, and orders one mail without the internal notes', async () => {
    const reference = await asked()
    await bring(reference, jonas, { note: 'She sounds upset.' })
    await act(reply, mira, says(reference, 'Which pier?', await seenAll(reference)))
    const first = (await ledger(reference)).ticket.firstResponseAt
    expect(first).not.toBeNull()
    await act(reply, mira, says(reference, 'And which day?', await seenAll(reference)))
    const { ticket, events, mail } = await ledger(reference)
    expect(ticket).toMatchObject({
      status: 'pending',
      firstResponseAt: first,
      firstResponseDueAt: null,
      resolveDueAt: null,
    })
    expect(events.map(event => event.kind)).toEqual(['opened', 'noted', 'replied', 'replied'])
    expect(mail.map(order => order.kind)).toEqual(['opened', 'answered', 'answered'])
    expect(JSON.stringify(mail)).not.toContain('upset')
  })

  test('may keep a ticket open or solve it with the reply, and solving gives it to the solver', async () => {
    const open = await asked()
    await act(reply, mira, says(open, 'Looking.', { status: 'open', seen: 1 }))
    expect((await ledger(open)).ticket).toMatchObject({ status: 'open', assigneeId: null })
    await act(reply, mira, says(open, 'Found.', { status: 'solved', seen: 2 }))
    const { ticket, events } = await ledger(open)
    expect(ticket).toMatchObject({ status: 'solved', assigneeId: mira.agentId })
    expect(events.at(-1)?.changes).toEqual([
      { field: 'status', from: 'open', to: 'solved' },
      { field: 'assignee', from: null, to: mira.agentId },
    ])
  })

  test('leaves a solved ticket solved with a reply that chooses nothing', async () => {
    const reference = await asked()
    await bring(reference, mira, { status: 'solved' })
    await act(reply, mira, says(reference, 'Good to hear.', { seen: 2 }))
    expect((await ledger(reference)).ticket.status).toBe('solved')
  })

  test('is refused on a closed ticket', async () => {
    const reference = await asked()
    await bring(reference, mira, { status: 'solved' })
    await act(confirmFixed, elif, { reference })
    await expect(act(reply, mira, says(reference, 'Hello?', { seen: 3 }))).rejects.toThrow('follow-up')
    expect((await ledger(reference)).messages).toHaveLength(1)
  })

  test('sends nothing when somebody wrote meanwhile, and is shown what they wrote', async () => {
    const reference = await asked()
    await act(reply, elif, says(reference, 'I found it!'))
    const refusal = await act(reply, mira, says(reference, 'Which pier?', { seen: 1 })).catch(error => error)
    expect(refusal.news).toMatchObject([{ author: elif.name, body: 'I found it!', internal: false }])
    expect((await ledger(reference)).messages).toHaveLength(2)
    await act(reply, mira, says(reference, 'Wonderful.', { seen: 2 }))
    expect((await ledger(reference)).messages).toHaveLength(3)
  })

  test('is the requester on a ticket of their own, and their words are no first response', async () => {
    const reference = await asked(oskar)
    expect(await act(reply, oskar, says(reference, 'Anybody?'))).toEqual({
      reference,
      as: 'requester',
      done: 'reply-sent',
    })
    const { ticket, events } = await ledger(reference)
    expect(ticket.firstResponseAt).toBeNull()
    expect(events.at(-1)).toMatchObject({ kind: 'wrote', byRequester: true })
  })
})
