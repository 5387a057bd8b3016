import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, type Tx, transaction } from '#src/lib/db/client.ts'
import { codeOf } from '#src/lib/db/errors.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { ticketEvents } from '#src/lib/db/tables/ticket-history.ts'
import { ticketMessages, tickets } from '#src/lib/db/tables/tickets.ts'
import { superuser } from '#tests/support/outside.ts'

const ticketId = '00000000-0000-4000-8000-000000000001'
const codeFrom = (work: Promise<unknown>) => work.then(() => 'no error', codeOf)
const asTest = (work: (tx: Tx) => Promise<unknown>) => transaction('command:test', work)

beforeAll(() =>
  asTest(async tx => {
    await tx.insert(user).values({ id: 'u1', name: 'Ada', email: 'ada@holdfast.test' })
    await tx
      .insert(tickets)
      .values({ id: ticketId, reference: 'HF-1', requesterId: 'u1', subject: 'Printer' })
    await tx.insert(ticketMessages).values({ ticketId, authorId: 'u1', body: 'It is on fire.' })
    await tx.insert(ticketEvents).values({ ticketId, seq: 1, kind: 'opened', actorId: 'u1' })
  }),
)

test('The role that serves may neither rewrite nor delete what was said and done', async () => {
  const forbidden = '42501'
  expect(await codeFrom(asTest(tx => tx.update(ticketMessages).set({ body: 'All is well.' })))).toBe(
    forbidden,
  )
  expect(await codeFrom(asTest(tx => tx.update(ticketEvents).set({ seq: 2 })))).toBe(forbidden)
  expect(await codeFrom(asTest(tx => tx.delete(ticketMessages)))).toBe(forbidden)
  expect(await codeFrom(asTest(tx => tx.delete(ticketEvents)))).toBe(forbidden)
})

test('Even the owner of the tables is stopped from rewriting history', async () => {
  const outside = superuser()
  for (const statement of [
    "update ticket_messages set body = 'All is well.'",
    'update ticket_events set seq = 2',
    'delete from ticket_messages',
    'delete from ticket_events',
    'truncate ticket_events, ticket_messages, search_documents, attachments, news_orders, news_deliveries',
  ]) {
    expect(await codeFrom(outside.unsafe(statement)), statement).toBe('HF002')
  }
  await outside.end()
})

test('The role that serves may not change the tables themselves', async () => {
  for (const statement of [
    'drop table drafts',
    'alter table tickets disable trigger fence',
    'truncate drafts',
    'create table mine (id int)',
    "set local session_replication_role = 'replica'",
  ]) {
    expect(await codeFrom(asTest(tx => tx.execute(statement))), statement).toBe('42501')
  }
})

test('A whole ticket may go, and its messages and events go with it', async () => {
  await asTest(tx => tx.delete(tickets).where(eq(tickets.id, ticketId)))
  expect(await db.$count(ticketMessages)).toBe(0)
  expect(await db.$count(ticketEvents)).toBe(0)
})
