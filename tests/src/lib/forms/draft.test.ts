import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addNote } from '#actions/tickets/add-note.ts'
import { compose } from '#actions/tickets/compose.ts'
import { openTicket } from '#actions/tickets/open-ticket.ts'
import { reply } from '#actions/tickets/reply.ts'
import { elif, jonas, mira, tom } from '#src/demo/cast.ts'
import type { Actor } from '#src/lib/actor.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { drafts, submissions } from '#src/lib/db/tables/system.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { draftFor } from '#src/lib/forms/draft.ts'
import { asked, ledger, openDesk } from '#tests/support/desk.ts'
import { type Fields, post, send, shown, visitOf } from '#tests/support/post.ts'
import { composerOf } from '#tests/support/ticket-in.ts'
import { fill } from '#tests/support/visit.ts'

beforeAll(openDesk)
beforeEach(() => transaction('test', tx => tx.delete(drafts)))

const name = 'tickets.compose'
async function composed(by: Actor, reference: string, fields: Fields) {
  const { queue: _queue, body: _body, status: _status, ...page } = await composerOf(reference)
  return post(compose, name, by, { ...page, ...fields })
}
const keptBy = async (by: Actor, about: string) => (await draftFor(by.userId, name, about))?.values

describe('Save draft', () => {
  test('keeps the text for its author alone, sends nothing, and leads back to the page', async () => {
    const reference = await asked()
    const end = await composed(mira, reference, { intent: 'draft', body: 'Dear' })
    expect(end.redirect).toMatch(/[?&]done=draft-kept$/)
    await composed(jonas, reference, { intent: 'draft', kind: 'note', body: 'Hm' })
    expect(await keptBy(mira, reference)).toEqual({ kind: 'reply', body: 'Dear' })
    expect(await keptBy(jonas, reference)).toEqual({ kind: 'note', body: 'Hm' })
    const { messages, events } = await ledger(reference)
    expect([messages.length, events.length]).toEqual([1, 1])
  })

  test('keeps a form that could not be sent yet, and what was chosen, but not what was left alone', async () => {
    await post(openTicket, 'tickets.open-ticket', elif, {
      intent: 'draft',
      subject: '',
      body: 'A blue scarf.',
      priority: 'urgent',
    })
    expect((await draftFor(elif.userId, 'tickets.open-ticket', ''))?.values).toMatchObject({
      body: 'A blue scarf.',
      priority: 'urgent',
    })
    const reference = await asked()
    await composed(mira, reference, { intent: 'draft', body: 'Dear', team: 'access' })
    expect(await keptBy(mira, reference)).toEqual({ kind: 'reply', body: 'Dear', team: 'access' })
  })

  test('of nothing written is refused, and the form comes back as it was', async () => {
    const reference = await asked()
    const end = await composed(mira, reference, { intent: 'draft', body: ' ', priority: 'high' })
    expect(shown(end)).toMatchObject({
      words: 'Write something first. Then it can be kept as a draft.',
      kept: { priority: 'high' },
    })
  })

  test('from two windows never overwrites what the other kept: it is shown, and replaced only then', async () => {
    const reference = await asked()
    await composed(mira, reference, { intent: 'draft', draft: 0, body: 'From the first window' })
    const end = await composed(mira, reference, { intent: 'draft', draft: 0, body: 'From the second' })
    expect(end.report?.news).toMatchObject([{ author: 'You', body: 'From the first window' }])
    expect(shown(end).kept).toMatchObject({ body: 'From the second' })
    const version = (await draftFor(mira.userId, name, reference))?.version ?? 0
    await composed(mira, reference, { intent: 'draft', draft: version, body: 'From the second' })
    expect(await keptBy(mira, reference)).toMatchObject({ body: 'From the second' })
  })

  test('sent again, as a refresh does, is the same draft', async () => {
    const reference = await asked()
    const form = fill(name, mira, { reference, intent: 'draft', draft: 0, kind: 'reply', body: 'Dear' })
    const visit = await visitOf(mira)
    const ends = [await send(compose, visit, form), await send(compose, visit, form)]
    expect(ends.map(end => end.redirect)).toEqual([ends[0]?.redirect, ends[0]?.redirect])
    expect(await keptBy(mira, reference)).toMatchObject({ body: 'Dear' })
  })

  test('from a page that was made for somebody else keeps nothing in the sender’s name', async () => {
    const reference = await asked()
    const form = fill('tickets.reply', tom, { reference, intent: 'draft', body: 'Dear' })
    const end = await send(reply, await visitOf(elif), form)
    expect(end.redirect).toMatch(/^\/sign-in/)
    expect(await db.$count(drafts)).toBe(0)
  })
})

describe('Save draft and look for new activity', () => {
  const looking = (reference: string, fields: Fields) =>
    composed(mira, reference, { intent: 'look', shown: 'k7-M_2qx', ...fields })

  test('keeps the text, sends nothing, and leads back to the page with the name of what it had shown', async () => {
    const reference = await asked()
    const end = await looking(reference, { body: 'Dear' })
    expect(end.redirect).toMatch(/[?&]done=draft-kept&since=k7-M_2qx$/)
    expect(await keptBy(mira, reference)).toEqual({ kind: 'reply', body: 'Dear' })
    const { messages, events } = await ledger(reference)
    expect([messages.length, events.length]).toEqual([1, 1])
  })

  test('leads back where nothing is written, and leaves the draft that is kept alone', async () => {
    const reference = await asked()
    await composed(mira, reference, { intent: 'draft', body: 'Dear' })
    const end = await looking(reference, { body: ' ' })
    expect(end.redirect).toMatch(/\?since=k7-M_2qx$/)
    expect(await keptBy(mira, reference)).toMatchObject({ body: 'Dear' })
  })

  test('shows what another window keeps in place of overwriting it', async () => {
    const reference = await asked()
    await composed(mira, reference, { intent: 'draft', body: 'From the first window' })
    const end = await looking(reference, { draft: 0, body: 'Other' })
    expect([end.redirect, shown(end).words]).toEqual([null, expect.stringContaining('You kept other words')])
    expect(await keptBy(mira, reference)).toMatchObject({ body: 'From the first window' })
  })

  test('is held for whoever is signed out meanwhile, as every form is', async () => {
    const reference = await asked()
    const form = fill(name, mira, { reference, intent: 'look', kind: 'reply', body: 'Dear' })
    expect((await send(compose, await visitOf(null), form)).redirect).toMatch(/^\/sign-in/)
    expect(await keptBy(mira, reference)).toBeUndefined()
  })
})

describe('A draft goes', () => {
  test('with its text, in whichever form of the ticket that is sent, and a colleague’s stays', async () => {
    const reference = await asked()
    await composed(mira, reference, { intent: 'draft', body: 'Dear' })
    await composed(jonas, reference, { intent: 'draft', body: 'Hello' })
    await post(addNote, 'tickets.add-note', mira, { reference, seen: 9, body: 'Call her.' })
    expect(await keptBy(mira, reference)).toBeUndefined()
    expect(await keptBy(jonas, reference)).toMatchObject({ body: 'Hello' })
  })

  test('when it is thrown away, and nothing else happens', async () => {
    const reference = await asked()
    await composed(mira, reference, { intent: 'draft', body: 'Dear' })
    const end = await composed(mira, reference, { intent: 'discard', body: 'Dear', status: 'solved' })
    expect(end.redirect).toMatch(/[?&]done=draft-discarded$/)
    expect(await keptBy(mira, reference)).toBeUndefined()
    expect((await ledger(reference)).events).toHaveLength(1)
  })

  test('not when the send is refused, and not when only fields were changed', async () => {
    const reference = await asked()
    await composed(mira, reference, { intent: 'draft', body: 'Dear' })
    await composed(mira, reference, { kind: 'both', body: 'Dear Elif' })
    await composed(mira, reference, { body: '', priority: 'high' })
    expect(await keptBy(mira, reference)).toMatchObject({ body: 'Dear' })
  })

  test('not when the ticket is only taken: what was written so far is kept', async () => {
    const reference = await asked()
    await composed(mira, reference, { intent: 'take', body: 'Dear Elif' })
    expect(await keptBy(mira, reference)).toMatchObject({ body: 'Dear Elif' })
    expect((await ledger(reference)).ticket.assigneeId).toBe(mira.agentId)
  })
})

describe('The quiet saving while somebody types', () => {
  const quietly = (reference: string, fields: Fields) =>
    composed(mira, reference, { intent: 'draft-quietly', ...fields })

  test('keeps the text, says the version and leads nowhere', async () => {
    const reference = await asked()
    const first = await quietly(reference, { draft: 0, body: 'De' })
    const then = await quietly(reference, { draft: first.report?.draft as number, body: 'Dear' })
    expect([first.redirect, then.report?.draft]).toEqual([null, 2])
    expect(await keptBy(mira, reference)).toMatchObject({ body: 'Dear' })
  })

  test('never brings back what was sent meanwhile, and leaves the key to the send', async () => {
    const reference = await asked()
    const { queue: _queue, body: _body, status: _status, ...page } = await composerOf(reference)
    const form = fill(name, mira, { ...page, body: 'Dear Elif' })
    const late = fill(name, mira, { ...page, body: 'Dear', draft: 0, intent: 'draft-quietly' })
    late.set('k', String(form.get('k')))
    const visit = await visitOf(mira)
    const before = await db.$count(submissions)
    expect((await send(compose, visit, late)).report?.draft).toBe(1)
    expect(await db.$count(submissions)).toBe(before)
    expect((await send(compose, visit, form)).redirect).toMatch(/done=reply-sent/)
    expect((await send(compose, visit, late)).report?.draft).toBe('nothing')
    expect(await keptBy(mira, reference)).toBeUndefined()
  })

  test('and the send, at the same moment, leave no draft, whichever comes first', async () => {
    for (let round = 0; round < 10; round += 1) {
      const reference = await asked(elif, `Round ${round}`)
      const { queue: _queue, body: _body, status: _status, ...page } = await composerOf(reference)
      const form = fill(name, mira, { ...page, body: 'Dear Elif' })
      const late = fill(name, mira, { ...page, body: 'Dear', draft: 0, intent: 'draft-quietly' })
      late.set('k', String(form.get('k')))
      const visit = await visitOf(mira)
      await Promise.all([send(compose, visit, late), send(compose, visit, form)])
      expect(await keptBy(mira, reference)).toBeUndefined()
    }
  })

  test('says when another window keeps other words, and when nobody is signed in', async () => {
    const reference = await asked()
    await composed(mira, reference, { intent: 'draft', draft: 0, body: 'From the first window' })
    expect((await quietly(reference, { draft: 0, body: 'Other' })).report?.draft).toBe('elsewhere')
    const form = fill(name, mira, { reference, intent: 'draft-quietly', kind: 'reply', body: 'Dear' })
    expect((await send(compose, await visitOf(null), form)).report?.draft).toBe('signed-out')
    expect(await keptBy(mira, reference)).toMatchObject({ body: 'From the first window' })
  })
})

test('A form that somebody only chooses in has no drafts: its button is an ordinary one', async () => {
  const before = await db.$count(tickets)
  const { takeNext } = await import('#actions/tickets/take-next.ts')
  const end = await post(takeNext, 'tickets.take-next', mira, { intent: 'draft', queue: 'unassigned' })
  expect(end.redirect).toMatch(/done=taken/)
  expect([await db.$count(tickets), await db.$count(drafts)]).toEqual([before, 0])
})
