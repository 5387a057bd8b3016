import { beforeAll, expect, test } from 'vitest'
import { chooseNews } from '#actions/people/choose-news.ts'
import { elif, mira, tom } from '#src/demo/cast.ts'
import { db } from '#src/lib/db/client.ts'
import { switchedOff } from '#src/people/news-choices.ts'
import { openDesk } from '#tests/support/desk.ts'
import { asVisitor, fill, signedInAs } from '#tests/support/visit.ts'

beforeAll(openDesk)

test('Everybody chooses for themself what to be told of, in one transaction of theirs', async () => {
  for (const person of [elif, mira]) {
    const form = fill('people.choose-news', person, { changes: 'no', wasChanges: 'yes' })
    const { redirect } = await asVisitor(await signedInAs(person), () => chooseNews(null, form))
    expect(redirect).toBe('/account/mail?done=saved')
    expect(await switchedOff(db, person.userId)).toEqual(['changes'])
  }
})

test('Nobody chooses for somebody else: a form that was made for another person is held for that person', async () => {
  const form = fill('people.choose-news', elif, { answers: 'no', wasAnswers: 'yes' })
  const { redirect } = await asVisitor(await signedInAs(tom), () => chooseNews(null, form))
  expect(redirect).toMatch(/^\/sign-in/)
  expect(await switchedOff(db, elif.userId)).toEqual(['changes'])
  expect(await switchedOff(db, tom.userId)).toEqual([])
})
