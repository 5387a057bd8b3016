import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { elif, jonas, mira } from '#src/demo/cast.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { checkClocks } from '#src/tickets/check-clocks.ts'
import { confirmFixed } from '#src/tickets/confirm-fixed.ts'
import { reply } from '#src/tickets/reply.ts'
import { reportNotFixed } from '#src/tickets/report-not-fixed.ts'
import { act, asked, bring, openDesk } from '#tests/support/desk.ts'

beforeAll(openDesk)

// Straight to the database the histories run ten at a time; the other ways show that they make no difference.
const histories = process.env.HOLDFAST_DATABASE_WAY === 'direct' ? 300 : 50
const atOnce = 10

type Step = (reference: string) => Promise<unknown>
const steps: Record<string, Step> = {
  'the requester writes': reference => act(reply, elif, { reference, body: 'More.', seen: 0 }),
  'the requester confirms': reference => act(confirmFixed, elif, { reference }),
  'the requester disputes': reference => act(reportNotFixed, elif, { reference, body: 'No.' }),
  'an agent replies': reference => bring(reference, mira, { reply: 'Answer.' }),
  'an agent replies and keeps it open': reference =>
    bring(reference, jonas, { reply: 'Soon.', status: 'open' }),
  'an agent notes': reference => bring(reference, jonas, { note: 'Hm.' }),
  'an agent solves': reference => bring(reference, mira, { status: 'solved' }),
  'an agent sets pending': reference => bring(reference, mira, { status: 'pending' }),
  'an agent opens': reference => bring(reference, mira, { status: 'open' }),
  'the priority becomes urgent': reference => bring(reference, mira, { priority: 'urgent' }),
  'the priority becomes low': reference => bring(reference, jonas, { priority: 'low' }),
}

test('After any history of acts the due times on the row are those that the events give', async () => {
  const drawn = fc.sample(
    fc.array(fc.constantFrom(...Object.values(steps)), { minLength: 1, maxLength: 8 }),
    {
      numRuns: histories,
      seed: 20261123,
    },
  )
  const live = async (history: Step[]) => {
    const reference = await asked()
    for (const step of history)
      await step(reference).catch(error => {
        if (!(error instanceof Refusal)) throw error
      })
  }
  const waiting = drawn.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const history of waiting) await live(history)
    }),
  )
  const { read, wrong } = await checkClocks(db)
  expect(read).toBeGreaterThanOrEqual(histories)
  expect(wrong).toEqual([])
}, 120_000)

test('A due time that is not what the history says is found and named', async () => {
  const reference = await asked()
  const set = (dueAt: Date | null) =>
    transaction('test', tx => tx.update(tickets).set({ dueAt }).where(eq(tickets.reference, reference)))
  const [before] = await db.select().from(tickets).where(eq(tickets.reference, reference))
  await set(null)
  expect((await checkClocks(db)).wrong).toEqual([
    { reference, column: 'dueAt', row: null, history: before?.dueAt },
  ])
  await set(before?.dueAt ?? null)
})
