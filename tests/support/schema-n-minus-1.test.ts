import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { stepsTooFar } from './schema-steps.ts'

/** Nothing was released before these: no build of an earlier schema is anywhere. */
const beforeTheFirstRelease = ['0000', '0001', '0002', '0003']

describe('schema-n-minus-1: the release before runs on the tables of this one', () => {
  const files = readdirSync('drizzle').filter(name => name.endsWith('.sql'))

  test('No migration takes a step that it could not live with (docs/operating.md, "Changing the tables")', () => {
    const later = files.filter(name => !beforeTheFirstRelease.includes(name.slice(0, 4)))
    const wrong = later.flatMap(name =>
      stepsTooFar(readFileSync(`drizzle/${name}`, 'utf8')).map(words => `${name}: ${words}`),
    )
    expect(wrong).toEqual([])
  })

  test('The rule would have found what was done before the first release', () => {
    expect(stepsTooFar(readFileSync('drizzle/0003_drafts_of_every_form.sql', 'utf8')).join('\n')).toMatch(
      /RENAME TO[\s\S]*DROP TABLE[\s\S]*"held_once" UNIQUE/,
    )
  })

  test.each([
    ['alter table "tickets" rename column "team" to "crew"', /renames something/],
    ['drop table "teams"', /takes away a table/],
    ['alter table "tickets" drop column "team"', /takes away a table or a column/],
    ['alter table tickets alter column team type varchar(20)', /changes the type/],
    ['alter table "tickets" alter column "team" set data type uuid', /changes the type/],
    ['alter table "tickets" alter column "team" set not null', /may leave out/],
    ['alter table "tickets" alter column "status" drop default', /relies on/],
    ['alter table "tickets" add column "place" text not null', /without a default/],
    ['alter table "tickets" add constraint "c" check (status <> \'closed\')', /may write/],
    ['create unique index "i" on "tickets" ("subject")', /may write/],
    ['create index "i" on "tickets" ("subject")', /IF NOT EXISTS/],
    ['alter table "tickets" add constraint "f" foreign key ("team") references "teams"("id")', /NOT VALID/],
  ])('%s: refused in words', (statement, words) => {
    expect(
      stepsTooFar(`-- a remark\n${statement.toUpperCase().replace('TICKETS', 'tickets')};`).join(),
    ).toMatch(words)
    expect(stepsTooFar(statement).join()).toMatch(words)
  })

  test.each([
    'alter table "tickets" add column "place" text',
    'alter table "tickets" add column "place" text default \'\' not null',
    'alter table "tickets" alter column "place" drop not null',
    'alter table "tickets" drop constraint "tickets_status"',
    'alter table "tickets" add constraint "f" foreign key ("a") references "b"("id") not valid',
    'alter table "tickets" validate constraint "f"',
    'create index if not exists "i" on "tickets" ("subject")',
    'create table "places" ("id" uuid primary key, "name" text not null);--> statement-breakpoint\ncreate unique index "i" on "places" ("name")',
    '-- not used since 0.3\nalter table "tickets" drop column "team"',
    'insert into "places" select 1',
  ])('%s: allowed', statement => {
    expect(stepsTooFar(statement)).toEqual([])
  })
})
