import { eq, sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  customType,
  date,
  doublePrecision,
  integer,
  jsonb,
  numeric,
  pgTable,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db, transaction } from '#src/lib/db/client.ts'
import { superuser } from '#tests/support/outside.ts'

const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })

const samples = pgTable('samples', {
  id: uuid().primaryKey(),
  words: text(),
  whole: integer(),
  large: bigint({ mode: 'bigint' }),
  exact: numeric(),
  rough: doublePrecision(),
  yes: boolean(),
  moment: timestamp({ withTimezone: true }),
  momentText: timestamp('moment_text', { withTimezone: true, mode: 'string' }),
  day: date(),
  data: bytes(),
  tree: jsonb().$type<unknown>(),
  tags: text().array(),
  counts: integer().array(),
})

const outside = superuser()

beforeAll(async () => {
  await outside.unsafe(`create table samples (id uuid primary key, words text, whole int, large bigint,
    exact numeric, rough float8, yes boolean, moment timestamptz, moment_text timestamptz, day date, data bytea,
    tree jsonb, tags text[], counts int[]); grant all on samples to holdfast_app`)
})
afterAll(() => outside.end())

const id = 'd9428888-122b-41e1-b85c-61cd3cbb3210'
const full = {
  id,
  words: `O'Brien \\ "quoted" $1 ? שלום 👍`,
  whole: -2147483648,
  large: 9223372036854775807n,
  exact: '12345678901234567890.123456789',
  rough: 0.1,
  yes: false,
  moment: new Date('2026-03-29T01:30:00.123Z'),
  momentText: '2026-03-29 01:30:00.123+00',
  day: '2026-02-28',
  data: Buffer.from([0, 1, 92, 255]),
  tree: { a: [1, 'two', null, { b: '\\' }], ключ: true },
  tags: ['a,b', 'c"d', '{}', '', 'NULL'],
  counts: [1, -2],
}

test('Every type of value comes back as it was sent', async () => {
  await transaction('command:test', tx => tx.insert(samples).values(full))
  const [back] = await db.select().from(samples).where(eq(samples.id, id))
  expect(back).toEqual(full)
})

test('An absent value comes back as null in every type', async () => {
  const bare = 'd9428888-122b-41e1-b85c-61cd3cbb3211'
  await transaction('command:test', tx => tx.insert(samples).values({ id: bare }))
  const [back] = await db.select().from(samples).where(eq(samples.id, bare))
  expect(Object.values(back ?? {}).filter(value => value !== null)).toEqual([bare])
})

test('A date, a boolean and bytes survive as parameters of hand-written SQL, too', async () => {
  const rows = await db.execute<{ at: string; yes: boolean; size: number }>(
    sql`select ${full.moment}::timestamptz at time zone 'UTC' as at, ${true}::boolean as yes, length(${full.data}::bytea) as size`,
  )
  expect(rows[0]).toEqual({ at: '2026-03-29 01:30:00.123', yes: true, size: 4 })
})

test('An object as a parameter of hand-written SQL arrives as JSON', async () => {
  const rows = await db.execute<{ two: number }>(sql`select (${{ one: 2 }}::jsonb ->> 'one')::int as two`)
  expect(rows[0]?.two).toBe(2)
})

test('An undefined parameter is refused before anything is sent', async () => {
  await expect(db.execute(sql`select ${undefined}::text`)).rejects.toThrow()
  await expect(db.execute(sql`select 1 as one`)).resolves.toEqual([{ one: 1 }])
})
