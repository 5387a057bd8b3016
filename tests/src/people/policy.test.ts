import { expect, test } from 'vitest'
import { ada, elif, jonas, mira } from '#src/demo/cast.ts'
import { asAdministrator, mayAdminister, mayDeactivate } from '#src/people/policy.ts'

test('Administrators administer, agents and customers do not', () => {
  expect([ada, mira, elif].map(mayAdminister)).toEqual([true, false, false])
})

test('Whoever is no administrator is refused in words', () => {
  expect(asAdministrator(ada)).toBe(ada)
  for (const somebody of [mira, elif])
    expect(() => asAdministrator(somebody)).toThrow('Only an administrator can do this')
})

test('An administrator may deactivate everybody but themself, and nobody else may deactivate anybody', () => {
  expect(mayDeactivate(ada, mira)).toBe(true)
  expect(mayDeactivate(ada, ada)).toBe(false)
  expect([mira, elif].map(somebody => mayDeactivate(somebody, jonas))).toEqual([false, false])
})
