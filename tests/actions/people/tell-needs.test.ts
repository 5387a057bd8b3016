import { beforeAll, expect, test } from 'vitest'
import { tellNeeds } from '#actions/people/tell-needs.ts'
import { ada, elif } from '#src/demo/cast.ts'
import { openDesk } from '#tests/support/desk.ts'
import { needsRow } from '#tests/support/people.ts'
import { asVisitor, fill, signedInAs } from '#tests/support/visit.ts'

beforeAll(openDesk)

test('Everybody says for themself how to communicate with them, in one transaction of theirs', async () => {
  for (const person of [elif, ada]) {
    const form = fill('people.tell-needs', person, {
      writing: 'yes',
      wasWriting: '',
      words: 'Never by phone.',
    })
    const { redirect } = await asVisitor(await signedInAs(person), () => tellNeeds(null, form))
    expect(redirect).toBe('/account?done=saved')
    expect(await needsRow(person)).toMatchObject({ needs: ['writing'], words: 'Never by phone.' })
  }
})

test('Nobody says it for somebody else: a form that was made for another person is held for that person', async () => {
  const before = await needsRow(elif)
  const form = fill('people.tell-needs', elif, { words: 'Call me at night.' })
  const { redirect } = await asVisitor(await signedInAs(ada), () => tellNeeds(null, form))
  expect(redirect).toMatch(/^\/sign-in/)
  expect(await needsRow(elif)).toEqual(before)
  expect(await needsRow(ada)).toMatchObject({ words: 'Never by phone.' })
})
