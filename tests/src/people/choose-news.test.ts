import { beforeAll, beforeEach, expect, test } from 'vitest'
import { elif, mira } from '#src/demo/cast.ts'
import type { Actor } from '#src/lib/actor.ts'
import { db } from '#src/lib/db/client.ts'
import { chooseNews } from '#src/people/choose-news.ts'
import { chooseNewsForm } from '#src/people/forms.ts'
import { switchedOff } from '#src/people/news-choices.ts'
import { act, openDesk } from '#tests/support/desk.ts'
import { forgetChoices } from '#tests/support/people.ts'

beforeAll(openDesk)
beforeEach(async () => {
  await forgetChoices(elif)
  await forgetChoices(mira)
})

const choose = (by: Actor, fields: Record<string, string>) =>
  act(chooseNews, by, chooseNewsForm.parse(fields))

test('Everybody is told everything until they choose otherwise, and again when they choose that', async () => {
  expect(await switchedOff(db, elif.userId)).toEqual([])
  expect(await choose(elif, { answers: 'no', wasAnswers: 'yes', changes: 'yes', wasChanges: 'yes' })).toBe(
    'saved',
  )
  expect(await switchedOff(db, elif.userId)).toEqual(['answers'])
  expect(await choose(elif, { answers: 'yes', wasAnswers: 'no', changes: 'yes', wasChanges: 'yes' })).toBe(
    'saved',
  )
  expect(await switchedOff(db, elif.userId)).toEqual([])
})

test('A form that is left alone, or asks for what is so already, changes nothing', async () => {
  expect(await choose(elif, { answers: 'yes', wasAnswers: 'yes' })).toBe('already-so')
  await choose(elif, { answers: 'no', wasAnswers: 'yes' })
  expect(await choose(elif, { answers: 'no', wasAnswers: 'yes' })).toBe('already-so')
})

test('Of two windows, the second keeps what the first has changed where it left that alone', async () => {
  await choose(mira, { team: 'no', wasTeam: 'yes', times: 'yes', wasTimes: 'yes' })
  await choose(mira, { times: 'no', wasTimes: 'yes', team: 'yes', wasTeam: 'yes' })
  expect([...(await switchedOff(db, mira.userId))].sort()).toEqual(['team', 'times'])
})

test('Two windows that are sent at once lose nothing of each other', async () => {
  await Promise.all([
    choose(mira, { team: 'no', wasTeam: 'yes' }),
    choose(mira, { times: 'no', wasTimes: 'yes' }),
  ])
  expect([...(await switchedOff(db, mira.userId))].sort()).toEqual(['team', 'times'])
})

test('Customers choose for what customers are told alone', async () => {
  expect(await choose(elif, { team: 'no', wasTeam: 'yes' })).toBe('already-so')
  expect(await switchedOff(db, elif.userId)).toEqual([])
})
