import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { ada, elif, jonas, mira, oskar, tom } from '#src/demo/cast.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { directClient } from '#src/lib/db/direct.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { searchBacklog, searchDocuments, searchVocabulary } from '#src/lib/db/tables/search.ts'
import { ticketMessages, tickets } from '#src/lib/db/tables/tickets.ts'
import { contextOf } from '#src/tickets/search-context.ts'
import { searchDesk } from '#src/tickets/search-queries.ts'
import type { Bounds } from '#src/tickets/search-reach.ts'
import { deskOperators, readSearch } from '#src/tickets/search-terms.ts'
import { writeDownForSearch } from '#src/tickets/write-down-for-search.ts'
import { asked, bring, openDesk } from '#tests/support/desk.ts'
import { ticketSaying } from '#tests/support/ticket-saying.ts'

beforeEach(async () => {
  if (!(await db.$count(agents))) await openDesk()
  await transaction('test', tx => tx.delete(tickets))
})

const search = (typed: string, agent = mira, after?: unknown, bounds?: Bounds) =>
  searchDesk(db, agent, readSearch(typed, deskOperators), after, bounds)
const references = async (typed: string, agent = mira) =>
  (await search(typed, agent)).rows.map(row => row.reference)

describe('A search of the desk', () => {
  test('finds a ticket by its subject, its messages, its notes, who asked, and its reference', async () => {
    const wanted = await ticketSaying({ subject: 'Lost bicycle', body: 'It stood on the pier, KB-40213.' })
    await bring(wanted, mira, { note: 'Called the harbourmaster.' })
    await bring(wanted, mira, { reply: 'Which colour is the saddle?' })
    await ticketSaying({ subject: 'Another matter', body: 'Nothing of the kind.', by: tom })
    for (const typed of [
      'bicycle',
      'PIER',
      'kb-40213',
      '40213',
      'harbourmaster',
      'saddle colour',
      'lost pier',
      'Elif bicycle',
      elif.email,
      'requester:elif',
      `requester:"${elif.name}"`,
      wanted.toLowerCase(),
      `${wanted.slice(0, 4)}-${wanted.slice(4)}`,
    ])
      expect(await references(typed), typed).toEqual([wanted])
    for (const typed of ['bicycle trolley', 'requester:pier', 'canoe'])
      expect(await references(typed), typed).toEqual([])
  })

  test('finds words one after the other, and leaves tickets out', async () => {
    const one = await ticketSaying({ body: 'The ferry left without my bicycle.' })
    const other = await ticketSaying({ body: 'My bicycle left the ferry. I want a refund.' })
    expect(await references('"ferry left"')).toEqual([one])
    expect(await references('ferry -refund')).toEqual([one])
    expect(await references('-refund')).toEqual([one])
    await bring(one, mira, { note: 'No refund here.' })
    expect(await references('ferry -refund')).toEqual([])
    expect(new Set(await references('ferry left'))).toEqual(new Set([one, other]))
  })

  test('is narrowed by what the ticket says now, also without any word', async () => {
    const plain = await ticketSaying({ body: 'Ferry' })
    const wanted = await ticketSaying({ body: 'Ferry', priority: 'high' })
    await bring(wanted, ada, { assigneeId: mira.agentId, team: 'bookings', status: 'pending' })
    const filters = ['status:pending', 'priority:high', 'assignee:me', 'team:bookings']
    for (const filter of [...filters, 'assignee:Mira', filters.join(' ')]) {
      expect(await references(filter), filter).toEqual([wanted])
      expect(await references(`${filter} ferry`), filter).toEqual([wanted])
    }
    for (const filter of ['assignee:none', 'team:none', 'status:open'])
      expect(await references(filter), filter).toEqual([plain])
    expect(await references('assignee:me ferry', jonas)).toEqual([])
  })

  test('is narrowed by when it was written', async () => {
    const old = await ticketSaying({ body: 'Ferry', at: new Date('2019-05-31T23:59:00Z') })
    const young = await ticketSaying({ body: 'Ferry', at: new Date('2019-06-01T00:00:00Z') })
    expect(await references('ferry before:2019-06')).toEqual([old])
    expect(await references('ferry after:2019-06')).toEqual([young])
    expect(await references('after:2019-05-31 before:2019-06-01')).toEqual([old])
    expect(await references('ferry after:2020')).toEqual([])
  })

  test('says in words when nobody and no team is called like that', async () => {
    const { problems, rows } = await search('ferry assignee:nemo team:atlantis')
    expect(problems.join(' ')).toMatch(/“nemo”.*“atlantis”/)
    expect(rows).toEqual([])
  })

  test('never finds an agent a ticket of their own, nor counts it', async () => {
    const own = await ticketSaying({ body: 'Walrus', by: oskar })
    await bring(own, mira, { note: 'Sealion' })
    for (const typed of ['walrus', 'sealion', 'sealoin', own, 'status:open', '-ferry'])
      expect(await search(typed, oskar), typed).toMatchObject({ rows: [], found: 0 })
    expect(await references('walrus')).toEqual([own])
  })
})

describe('Words are found', () => {
  test.each([
    ['en', 'The ferries were cancelled', 'ferry'],
    ['de', 'Zwei Fähren fuhren nicht', 'fähre'],
    ['fr-CA', 'Les bagages ont été retrouvés', 'bagage'],
    ['ru', 'Где мои чемоданы', 'чемодан'],
  ])('by their stem in a message marked %s', async (language, body, typed) => {
    const wanted = await ticketSaying({ body, language })
    expect(await references(typed)).toEqual([wanted])
    expect(await references(`"${typed}"`), 'not where it is to be exact').toEqual([])
  })

  test('as they are in a message of which nobody said the language', async () => {
    const wanted = await ticketSaying({ body: 'The ferries were cancelled' })
    expect(await references('ferries')).toEqual([wanted])
  })

  test.each([
    ['Straße nach Århus', 'strasse'],
    ['Straße nach Århus', 'arhus'],
    ['Un café à Marseille', 'CAFE'],
    ['הַמַּעְבֹּרֶת יצאה בלי האופניים', 'המעבורת'.replace('ו', '')],
    ['العبّارة غادرت بدون درّاجتي', 'العبارة'],
    ['العبّارة غادرت بدون درّاجتي', '"بدون دراجتي"'],
    ['自転車が港に残っています', '自転車'],
    ['自転車が港に残っています', '港'],
    ['페리가 떠났습니다', '페리'],
    ['เรือเฟอร์รี่ออกไปแล้ว', 'เรือ'],
    ['ＫＢ－４０２１３', 'kb-40213'],
  ])('in every script: %s by %s', async (body, typed) => {
    const wanted = await ticketSaying({ body })
    await ticketSaying({ body: 'Something else' })
    expect(await references(typed)).toEqual([wanted])
  })

  test('signs of a script without spaces are found only where they stand side by side', async () => {
    await ticketSaying({ body: '自転車が港に残っています' })
    expect(await references('港車')).toEqual([])
  })

  test.each(['fery', 'ferrry', 'ferrz', 'frery', 'bicyclle', 'harborumaster'])(
    'also when %s is mistyped, and it is said that they are only alike',
    async typed => {
      const wanted = await ticketSaying({ body: 'The ferry, the bicycle and the harbourmaster' })
      const { rows, alike } = await search(typed)
      expect([rows.map(row => row.reference), alike]).toEqual([[wanted], true])
      expect((await search('ferry')).alike).toBe(false)
      expect(await references(`"${typed}"`)).toEqual([])
    },
  )
})

describe('The pages of what was found', () => {
  test('hold every ticket once, in one order, while others are written', async () => {
    const made: string[] = []
    for (let number = 0; number < 45; number += 1) made.push(await asked(elif, `Ferry ${number}`))
    const first = await search('ferry')
    await asked(tom, 'Ferry of somebody else')
    const second = await search('ferry', mira, first.next)
    const third = await search('ferry', mira, second.next)
    const seen = [first, second, third].flatMap(page => page.rows.map(row => row.reference))
    expect(seen).toHaveLength(45)
    expect(new Set(seen)).toEqual(new Set(made))
    expect([first.found, first.first, second.first, third.next]).toEqual([45, true, false, undefined])
  })

  test('have what fits better before what is newer, and what is much newer before what fits better', async () => {
    const bodies = { best: 'Ferry ferry ferry', worse: 'Once a ferry, and many other words round it' }
    const at = (day: string) => new Date(`${day}T00:00:00Z`)
    const ancient = await ticketSaying({ subject: 'Ferry', body: bodies.best, at: at('2012-01-01') })
    const better = await ticketSaying({ subject: 'Ferry', body: bodies.best, at: at('2020-01-01') })
    const newer = await ticketSaying({ body: bodies.worse, at: at('2020-01-02') })
    expect(await references('ferry')).toEqual([better, newer, ancient])
  })

  test('start anew at a cursor that somebody made up', async () => {
    const wanted = await asked(elif, 'Ferry')
    for (const after of ['x', ['a'], Buffer.from('[1e99,"x"]').toString('base64url')])
      expect((await search('ferry', mira, after)).rows.map(row => row.reference)).toEqual([wanted])
  })
})

describe('A search that has gone far enough', () => {
  // How often a word stands is known once Postgres has counted.
  async function count() {
    const owner = directClient(process.env.DATABASE_URL_DIRECT ?? '')
    await owner`analyze search_documents`
    await owner.end()
  }

  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

  /** Everything that is found when one goes on to what is older until there is no more, page for page. */
  async function all(typed: string, bounds: Bounds) {
    const seen: string[][] = []
    for (let more: string | undefined = ''; more !== undefined && seen.length < 40; ) {
      const { rows, older } = await search(`${typed} ${more}`, mira, undefined, bounds)
      seen.push(rows.map(row => row.reference))
      more = older && `before:${older.toISOString().slice(0, 16)}`
    }
    return seen
  }

  test('ranks the newest that hold the words, and says how far back it went', async () => {
    const old = await ticketSaying({ subject: 'Ferry', body: 'Ferry ferry ferry', at: daysAgo(60) })
    const newer = [
      await ticketSaying({ body: 'A ferry', at: daysAgo(40) }),
      await ticketSaying({ body: 'A ferry', at: daysAgo(30) }),
    ]
    const found = await search('ferry', mira, undefined, { looked: 2, passed: 1000 })
    expect(found.rows.map(row => row.reference)).toEqual(newer.toReversed())
    expect(found.older && found.older.getTime() - daysAgo(40).getTime()).toBeLessThan(61_000)
    expect(found).toMatchObject({ found: 2, isMore: true, next: undefined })
    expect(await all('ferry', { looked: 2, passed: 1000 })).toContainEqual(expect.arrayContaining([old]))
  })

  test('says so where nothing was found, in place of looking for other words', async () => {
    const wanted = await ticketSaying({ body: 'The ferry left', at: daysAgo(60) })
    for (const days of [3, 2, 1]) await ticketSaying({ body: 'Left the ferry', at: daysAgo(days) })
    const bounds = { looked: 3, passed: 1000 }
    expect(await search('"ferry left"', mira, undefined, bounds)).toMatchObject({
      rows: [],
      found: 0,
      alike: false,
      older: expect.any(Date),
    })
    expect((await all('"ferry left"', bounds)).flat()).toEqual([wanted])
    expect((await search('"ferry left"')).rows).toHaveLength(1)
  })

  test.each([
    { looked: 4, passed: 1000, years: 12 },
    { looked: 4, passed: 10, years: 12 },
    { looked: 4, passed: 0, years: 0.7 },
    { looked: 1000, passed: 0, years: 0.7 },
  ])('finds every ticket when one goes on, and comes to an end: %j', async ({ years, ...bounds }) => {
    const made: string[] = []
    for (let age = 0; age < 20; age += 1)
      made.push(await ticketSaying({ body: `Ferry ${age}`, at: daysAgo((age / 20) ** 2 * 365 * years) }))
    await count()
    const seen = await all('ferry', bounds)
    expect(new Set(seen.flat())).toEqual(new Set(made))
    expect(seen.length).toBeLessThan(40)
    expect((await all('ferry', { looked: 1000, passed: 1000 })).map(page => page.length)).toEqual([20])
  })

  test('takes a word that many wrote for no slip', async () => {
    await ticketSaying({ body: 'The ferry' })
    await ticketSaying({ body: 'The berry' })
    expect((await search('ferry -the')).rows).toEqual([])
    await count()
    expect(await search('ferry berry')).toMatchObject({ rows: [], alike: false })
    expect(await search('ferri berry')).toMatchObject({ rows: [], alike: false })
    expect(await search('ferrx')).toMatchObject({ alike: true })
  })
})

describe('What is typed does no harm', () => {
  test.each([
    "'; drop table tickets; --",
    '\\',
    "'",
    '"',
    '%_',
    '& | ! <-> :*',
    '=r:elif',
    "'=y:2026'",
    '(((',
    '-',
    '""',
    '\u202e',
    'a'.repeat(300),
    '日'.repeat(300),
    Array.from({ length: 16 }, (_, number) => `word${number}`).join(' '),
  ])('%s', async typed => {
    await asked()
    const { rows } = await search(typed)
    expect(rows).toEqual([])
  })
})

describe('What a search reads follows what is written', () => {
  test('a new name or address of who asked is found, and the former one no more', async () => {
    const wanted = await asked(tom)
    const rename = (name: string) =>
      transaction('test', tx => tx.update(user).set({ name }).where(sql`${user.id} = ${tom.userId}`))
    await rename('Zebedee Quill')
    expect(await references('zebedee')).toEqual([wanted])
    expect(await references(`requester:"${tom.name}"`)).toEqual([])
    await rename(tom.name)
  })

  test('each message has one document, which goes with its ticket', async () => {
    await bring(await asked(), mira, { reply: 'One', note: undefined })
    expect(await db.$count(searchDocuments)).toBe(await db.$count(ticketMessages))
    await transaction('test', tx => tx.delete(tickets))
    expect(await db.$count(searchDocuments)).toBe(0)
  })

  test('messages from before there was a search are written down by the worker, once', async () => {
    const wanted = await asked(elif, 'Ferry')
    await transaction('test', async tx => {
      await tx.delete(searchDocuments)
      await tx.delete(searchVocabulary)
      await tx.insert(searchBacklog).values({ after: '00000000-0000-0000-0000-000000000000' })
    })
    expect(await references('ferry')).toEqual([])
    expect(await transaction('test', writeDownForSearch)).toBe(false)
    expect(await references('ferry')).toEqual([wanted])
    expect(await references('ferrry')).toEqual([wanted])
    expect(await transaction('test', writeDownForSearch)).toBe(false)
  })
})

test('What was found is shown with its words marked, in a line of their context', async () => {
  const long = 'Nothing to see here, this goes on and on. '.repeat(20)
  await ticketSaying({ body: `${long}The Ferries left. ${long}`, language: 'en' })
  const { rows, lexemes } = await search('ferry')
  const context = contextOf(rows[0]?.body ?? '', lexemes)
  expect(context.filter(piece => piece.marked)).toEqual([{ text: 'Ferries', marked: true }])
  expect(context.map(piece => piece.text).join('').length).toBeLessThan(200)
})
