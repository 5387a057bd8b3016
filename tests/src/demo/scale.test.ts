import { and, count, eq, ilike, ne, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { mira } from '#src/demo/cast.ts'
import { copyLine } from '#src/demo/scale/copy-text.ts'
import { fill } from '#src/demo/scale/fill.ts'
import { seedDemo } from '#src/demo/seed.ts'
import { allTargets } from '#src/demo/targets.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { actingClient } from '#src/lib/db/direct.ts'
import { agents, teams } from '#src/lib/db/tables/people.ts'
import { searchDocuments } from '#src/lib/db/tables/search.ts'
import { ticketMessages, tickets } from '#src/lib/db/tables/tickets.ts'
import { checkClocks } from '#src/tickets/check-clocks.ts'
import { queuePage } from '#src/tickets/queue-queries.ts'
import { parseReference } from '#src/tickets/reference.ts'
import { searchDesk } from '#src/tickets/search-queries.ts'
import { deskOperators, readSearch } from '#src/tickets/search-terms.ts'
import { definitions } from '#tests/support/definitions.ts'

const now = new Date('2026-11-20T10:00:00Z')
const wanted = 6000
const steps: number[] = []
let demo = 0
let before = ''

beforeAll(async () => {
  await seedDemo({ now })
  demo = await db.$count(tickets)
  const targets = await transaction('test', tx => allTargets(tx))
  before = await definitions()
  const owner = actingClient(process.env.DATABASE_URL_DIRECT ?? '', 'command:scale')
  await fill(owner, { tickets: wanted, now, targets, progress: done => steps.push(done) })
  await owner.end()
}, 120_000)

test('A grown desk has as many tickets as were asked for, and says on the way how far it is', async () => {
  expect(await db.$count(tickets)).toBe(demo + wanted)
  expect(steps).toEqual([5000, wanted])
})

test('It has about five messages a ticket, and one in fifty is open', async () => {
  const messages = await db.$count(ticketMessages)
  expect(messages / (demo + wanted)).toBeGreaterThan(3.5)
  expect(messages / (demo + wanted)).toBeLessThan(6.5)
  const open = await db.$count(tickets, eq(tickets.status, 'open'))
  expect(open / wanted).toBeGreaterThan(0.01)
  expect(open / wanted).toBeLessThan(0.05)
})

test('It has 60 agents in 8 teams, and customers who ask all the time beside others who asked once', async () => {
  expect(await db.$count(agents)).toBe(60)
  expect(await db.$count(teams)).toBe(8)
  const asked = await db
    .select({ times: count() })
    .from(tickets)
    .groupBy(tickets.requesterId)
    .orderBy(sql`1 desc`)
  expect(asked[0]?.times).toBeGreaterThan(50)
  expect(asked.filter(({ times }) => times === 1).length).toBeGreaterThan(20)
})

test('Its references can be read, and its due times are those of its history', async () => {
  const rows = await db.select({ reference: tickets.reference }).from(tickets)
  expect(rows.filter(({ reference }) => !parseReference(reference).ok)).toEqual([])
  expect((await checkClocks(db)).wrong).toEqual([])
})

test('What can be found of it is what the trigger would have written down', async () => {
  expect(await db.$count(searchDocuments)).toBe(await db.$count(ticketMessages))
  const other = await db.execute(sql`
    select d.message_id, d.words::text as written, s.words::text as wanted
    from search_documents d join search_sources s using (message_id)
    where (d.words, d.ticket_id, d.is_internal, d.at) is distinct from (s.words, s.ticket_id, s.is_internal, s.at) limit 3`)
  expect(other).toEqual([])
})

test('It knows the words and the languages that its messages would have taught it', async () => {
  const wanting = await db.execute(sql`
    select distinct lexeme from search_documents, unnest(words)
    where positions is not null and length(lexeme) between 4 and 24 and lexeme !~ '[0-9]'
    except select word from search_vocabulary`)
  expect(wanting).toEqual([])
  const stemmers = await db.execute(sql`
    select distinct search_stemmer(language) as name from ticket_messages where search_stemmer(language) is not null
    except select name from search_stemmers`)
  expect(stemmers).toEqual([])
})

test('It has every index, key and trigger that it had before', async () => {
  expect(await definitions()).toBe(before)
})

test('What COPY would take for a sign of its own arrives as it was written', () => {
  expect(copyLine(['a\tb\\c\nd\re', null, true, 3, new Date(0), [{ x: '\\' }]])).toBe(
    'a\\tb\\\\c\\nd\\re\t\\N\ttrue\t3\t1970-01-01T00:00:00.000Z\t[{"x":"\\\\\\\\"}]\n',
  )
})

test('A filter that fits little is looked for page by page, and in the end everything was found once', async () => {
  const found: string[] = []
  let pages = 0
  for (let after: string | undefined | null = null; after !== undefined; pages++) {
    const page = await queuePage(db, mira, 'all', { q: 'wedding' }, after ?? undefined)
    found.push(...page.rows.map(({ id }) => id))
    expect(page.onlyLooked || page.rows.length === 50 || page.next === undefined).toBe(true)
    after = page.next
  }
  const wanted = await db.$count(
    tickets,
    and(ilike(tickets.subject, '%wedding%'), ne(tickets.requesterId, mira.userId)),
  )
  expect(new Set(found).size).toBe(wanted)
  expect(found).toHaveLength(wanted)
  expect(pages).toBeGreaterThan(wanted / 50 + 3)
})

test('A search of it finds what the demo says, also by a slip', async () => {
  const { found } = await searchDesk(db, mira, readSearch('ferry', deskOperators))
  expect(found).toBeGreaterThan(50)
  expect(await searchDesk(db, mira, readSearch('ferrry', deskOperators))).toMatchObject({
    found,
    alike: true,
  })
})
