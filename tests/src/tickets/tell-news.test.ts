import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { ada, elif, jonas, mira, oskar, yuki } from '#src/demo/cast.ts'
import type { Actor } from '#src/lib/actor.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { newsChoices, newsDeliveries } from '#src/lib/db/tables/news.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { env } from '#src/lib/env.ts'
import { letterFor } from '#src/mail/letter.ts'
import { readMessageId } from '#src/mail/thread-mark.ts'
import type { Topic } from '#src/mail/topics.ts'
import { addNote } from '#src/tickets/add-note.ts'
import { addressNews } from '#src/tickets/address-news.ts'
import { bundleNews } from '#src/tickets/bundle-news.ts'
import { closeByTime } from '#src/tickets/close-by-time.ts'
import { confirmFixed } from '#src/tickets/confirm-fixed.ts'
import { reply } from '#src/tickets/reply.ts'
import { act, asked, bring, ledger, openDesk } from '#tests/support/desk.ts'
import { emptyOutbox, outbox, tellNews } from '#tests/support/outbox.ts'
import { putBackPeople } from '#tests/support/people.ts'
import { turnBack } from '#tests/support/turn-back.ts'

beforeEach(async () => {
  if (!(await db.$count(agents))) await openDesk()
  await tellNews()
  await transaction('test', tx => tx.delete(newsChoices))
  await putBackPeople()
  await emptyOutbox()
})

const written = async (by: Actor, reference: string, body: string) =>
  act(reply, by, { reference, body, seen: (await ledger(reference)).ticket.lastEventSeq })

/** A ticket of Elif's that Mira has, with nothing left to tell. */
async function inHand(subject?: string) {
  const reference = await asked(elif, subject)
  await bring(reference, mira, { assigneeId: mira.agentId, team: 'bookings' })
  await tellNews()
  await emptyOutbox()
  return reference
}

/** The mails that tell news, as reader and kind. */
async function told() {
  await tellNews()
  const news = (await outbox()).filter(mail => mail.dedupeKey.startsWith('news:'))
  return news.map(({ userId, kind }) => `${userId} ${kind}`).sort()
}

const switchOff = (person: Actor, ...off: Topic[]) =>
  transaction('test', tx => tx.insert(newsChoices).values({ userId: person.userId, off }))

describe('Who is told', () => {
  test('An agent of what the customer writes, with the words, to answer by mail; nobody of what they did', async () => {
    const reference = await inHand()
    await written(elif, reference, 'Is it still on the pier?')
    expect(await told()).toEqual([`${mira.userId} customer-wrote`])
    const [mail] = await outbox()
    expect(mail?.body).toContain('Is it still on the pier?')
    expect(mail?.body).toContain(`/desk/tickets/${reference.slice(0, 4)}-${reference.slice(4)}`)
    expect(mail?.subject).toMatch(/^Re: \[/)
    expect(mail && readMessageId(letterFor(mail, env()).messageId)).toMatchObject({
      mark: { isInternal: false },
    })
    await emptyOutbox()
    await written(mira, reference, 'Yes, it is.')
    expect(await told()).toEqual([])
  })

  test('An agent of what a colleague does on their ticket, in a mail whose answer stays internal (P7)', async () => {
    const reference = await inHand()
    const { lastEventSeq: seen } = (await ledger(reference)).ticket
    await act(addNote, ada, { reference, body: 'canary-note-77b', seen })
    expect(await told()).toEqual([`${mira.userId} desk-news`])
    const [mail] = await outbox()
    expect(mail?.body).toContain('Ada Lindqvist added an internal note.')
    expect(JSON.stringify(await outbox())).not.toContain('canary-note-77b')
    expect(mail && readMessageId(letterFor(mail, env()).messageId)).toMatchObject({
      mark: { isInternal: true },
    })
  })

  test('Whoever is given a ticket by somebody else, and nobody who takes it', async () => {
    const [given, taken] = [await asked(), await asked()]
    await emptyOutbox()
    await bring(given, ada, { assigneeId: jonas.agentId, team: 'parcels' })
    await bring(taken, mira, { assigneeId: mira.agentId, team: 'bookings' })
    expect(await told()).toEqual([`${jonas.userId} desk-news`])
    expect((await outbox())[0]?.body).toContain('Ada Lindqvist gave you this ticket.')
  })

  test('Nobody who was invited and has not come yet: nobody has said that the address is theirs', async () => {
    const reference = await asked(oskar)
    await emptyOutbox()
    const yukisAddress = (isProven: boolean) =>
      transaction('test', async tx => {
        await tx.update(user).set({ emailVerified: isProven }).where(eq(user.id, yuki.userId))
        await tx.update(agents).set({ team: 'parcels' }).where(eq(agents.id, yuki.agentId))
      })
    await yukisAddress(false)
    await bring(reference, mira, { team: 'parcels' })
    expect(await told()).toEqual([`${jonas.userId} desk-news`])
    await yukisAddress(true)
  })

  test('Those of a team that a ticket comes to, but whoever brought it, is away from the desk, or asked it', async () => {
    const reference = await asked(oskar)
    await emptyOutbox()
    await transaction('test', tx =>
      tx.update(agents).set({ active: false }).where(eq(agents.id, jonas.agentId)),
    )
    await transaction('test', tx =>
      tx.update(agents).set({ team: 'parcels' }).where(eq(agents.id, yuki.agentId)),
    )
    await bring(reference, mira, { team: 'parcels' })
    expect(await told()).toEqual([`${yuki.userId} desk-news`])
  })

  test('A requester once that it is solved, and once that it was closed by time; not what they confirmed', async () => {
    const [solved, confirmed] = [await inHand(), await inHand()]
    await bring(solved, mira, { status: 'solved' })
    await act(confirmFixed, elif, { reference: confirmed })
    expect(await told()).toEqual([`${elif.userId} changed`, `${mira.userId} customer-wrote`])
    const mail = (await outbox()).find(({ kind }) => kind === 'changed')
    expect(mail?.body).toContain('We think that this is fixed.')
    await emptyOutbox()
    await turnBack(solved, 5 * 24 * 60)
    expect(await transaction('system:test', tx => closeByTime(tx, 4))).toBe(true)
    expect(await told()).toEqual([`${elif.userId} changed`])
    expect((await outbox())[0]?.body).toContain('This ticket is finished.')
  })

  test('A requester of an answer that solves, in that one mail; who wants no answers is told that it is solved', async () => {
    const [one, other] = [await inHand(), await inHand()]
    await bring(one, mira, { reply: 'It is on its way.', status: 'solved' })
    await tellNews()
    expect((await outbox()).map(({ kind }) => kind)).toEqual(['answered'])
    expect((await outbox())[0]?.body).toContain('We think that this is fixed.')
    await emptyOutbox()
    await switchOff(elif, 'answers')
    await bring(other, mira, { reply: 'canary-answer-12', status: 'solved' })
    expect(await told()).toEqual([`${elif.userId} changed`])
    expect(JSON.stringify(await outbox())).not.toContain('canary-answer-12')
  })

  test('Nobody of what they switched off', async () => {
    const reference = await inHand()
    await switchOff(elif, 'changes', 'answers')
    await switchOff(mira, 'replies')
    await written(elif, reference, 'Hello?')
    await bring(reference, ada, { reply: 'Yes?' })
    await bring(reference, mira, { status: 'solved' })
    expect(await told()).toEqual([])
    expect(await outbox()).toEqual([])
  })
})

describe('How it is told', () => {
  test('What falls together for one reader is one mail, by ticket, in the order in which it happened', async () => {
    const [bicycle, scarf] = [await inHand('The bicycle'), await inHand('The scarf')]
    await written(elif, bicycle, 'First of all.')
    await written(elif, scarf, 'Then this.')
    await written(elif, bicycle, 'And at last.')
    expect(await told()).toEqual([`${mira.userId} desk-news`])
    const [mail] = await outbox()
    expect(mail).toMatchObject({ subject: 'News of 2 tickets', ticketId: null })
    const places = [
      'The bicycle',
      'First of all.',
      'And at last.',
      'The scarf',
      'Then this.',
      'Choose what we tell you',
    ]
    const at = places.map(words => mail?.body.indexOf(words) ?? -1)
    expect(at).toEqual([...at].sort((one, next) => one - next))
    expect(at).not.toContain(-1)
    const headings = mail?.headings?.map(({ from, to }) => mail.body.slice(from, to))
    expect(headings?.map(heading => heading.slice(12))).toEqual(['The bicycle', 'The scarf'])
  })

  test('It waits for a minute, so that more can come to it', async () => {
    await written(elif, await inHand(), 'Hello?')
    while (await transaction('system:test', addressNews));
    expect(await transaction('system:test', bundleNews)).toBe(false)
    expect(await outbox()).toEqual([])
  })

  test('It is told once, however many workers come to it at once', async () => {
    const references = await Promise.all([inHand(), inHand(), inHand()])
    for (const reference of references) await written(elif, reference, 'Hello?')
    await Promise.all(Array.from({ length: 6 }, () => transaction('system:test', addressNews)))
    expect(await db.$count(newsDeliveries, eq(newsDeliveries.userId, mira.userId))).toBeGreaterThanOrEqual(3)
    await transaction('test', tx => tx.update(newsDeliveries).set({ readyAt: new Date(0) }))
    await Promise.all(Array.from({ length: 6 }, () => transaction('system:test', bundleNews)))
    expect(await told()).toEqual([`${mira.userId} desk-news`])
  })

  test('Who has left the desk before the mail was written is told nothing', async () => {
    await written(elif, await inHand(), 'Hello?')
    while (await transaction('system:test', addressNews));
    await transaction('test', tx =>
      tx.update(agents).set({ active: false }).where(eq(agents.id, mira.agentId)),
    )
    expect(await told()).toEqual([])
  })
})
