import { beforeEach, expect, test } from 'vitest'
import { elif, jonas, mira, oskar, tom } from '#src/demo/cast.ts'
import type { Actor } from '#src/lib/actor.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { searchMine } from '#src/tickets/portal-search.ts'
import { portalOperators, readSearch } from '#src/tickets/search-terms.ts'
import { bring, openDesk } from '#tests/support/desk.ts'
import { ticketSaying } from '#tests/support/ticket-saying.ts'

beforeEach(async () => {
  if (!(await db.$count(agents))) await openDesk()
  await transaction('test', tx => tx.delete(tickets))
})

const search = (typed: string, who: Actor = elif, after?: unknown) =>
  searchMine(db, who, readSearch(typed, portalOperators), after)
const references = async (typed: string, who?: Actor) =>
  (await search(typed, who)).rows.map(row => row.reference)

test('Customers find their own tickets by subject, messages and reference', async () => {
  const wanted = await ticketSaying({ subject: 'Lost bicycle', body: 'It stood on the pier.' })
  await bring(wanted, mira, { reply: 'Which colour is the saddle?' })
  for (const typed of [
    'bicycle',
    'pier',
    'saddle',
    '"lost bicycle"',
    wanted,
    'bicycel',
    'status:pending',
    '-ferry',
  ])
    expect(await references(typed), typed).toEqual([wanted])
  for (const typed of ['status:open', 'bicycle -saddle before:2001', '"bicycle lost"'])
    expect(await references(typed), typed).toEqual([])
})

test('What stands only in a note finds nothing: not by a word, a slip, a phrase, an exclusion or a count', async () => {
  const own = await ticketSaying({ body: 'The bicycle stood on the pier.' })
  await bring(own, mira, { note: 'Canarybird is a swindler. The pier pier pier.' })
  const without = await search('pier')
  for (const typed of [
    'canarybird',
    'canarybrd',
    'swindler',
    '"canarybird is"',
    'bicycle canarybird',
    'bicycle swindlr',
  ])
    expect(await search(typed), typed).toMatchObject({ rows: [], found: 0, alike: false })
  expect(await references('pier -canarybird')).toEqual([own])
  expect(without.rows.map(row => row.body)).toEqual(['The bicycle stood on the pier.'])
  expect(JSON.stringify(without)).not.toMatch(/canary|swindler/i)
})

test('A note changes neither the rank nor the order of what the customer finds', async () => {
  const [older, younger] = [
    await ticketSaying({ body: 'A pier', at: new Date('2026-01-01T00:00:00Z') }),
    await ticketSaying({ body: 'A pier', at: new Date('2026-01-02T00:00:00Z') }),
  ]
  const before = await search('pier')
  await bring(older, mira, { note: 'Pier pier pier pier.' })
  expect(before.rows.map(row => row.reference)).toEqual([younger, older])
  expect(await search('pier')).toEqual(before)
})

test('What stands in somebody else’s ticket finds nothing, and is no word that could have been meant', async () => {
  const own = await ticketSaying({ body: 'A bicycle' })
  const theirs = await ticketSaying({ body: 'A canarybird', by: tom })
  for (const typed of ['canarybird', 'canarybrd', theirs, tom.name])
    expect(await search(typed), typed).toMatchObject({ rows: [], found: 0, alike: false })
  expect(await references('-canarybird')).toEqual([own])
  expect(await references('canarybird', tom)).toEqual([theirs])
})

test('Agents find here what they asked themselves, without the notes, as customers do', async () => {
  const own = await ticketSaying({ body: 'A walrus', by: oskar })
  await bring(own, mira, { note: 'Sealion' })
  expect(await references('walrus', oskar)).toEqual([own])
  expect(await references('sealion', oskar)).toEqual([])
  expect(await references('walrus', jonas)).toEqual([])
})

test('Nobody searches as somebody else by writing what marks their documents', async () => {
  await ticketSaying({ body: 'A bicycle', by: tom })
  for (const typed of [
    `=r:${tom.userId}`,
    `'=r:${tom.userId}'`,
    `bicycle | =r:${tom.userId}`,
    `"=r:${tom.userId}"`,
  ])
    expect(await references(typed), typed).toEqual([])
})

test('The pages of what was found hold each ticket once', async () => {
  for (let number = 0; number < 25; number += 1) await ticketSaying({ body: `Ferry ${number}` })
  const first = await search('ferry')
  const second = await search('ferry', elif, first.next)
  const seen = [...first.rows, ...second.rows].map(row => row.reference)
  expect([seen.length, new Set(seen).size, first.found, second.next]).toEqual([25, 25, 25, undefined])
})
