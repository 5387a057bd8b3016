import { expect, test } from 'vitest'
import { limitsOf } from '#src/identity/limits.ts'
import { countTry } from '#src/lib/rate-limit.ts'
import { asVisitor, newAddress } from '#tests/support/visit.ts'

const tryFrom = (address: string) =>
  asVisitor({ address }, async () => {
    await countTry(await limitsOf('sign-in', 'owner@holdfast.test'))
    return null
  }).then(
    () => 'let in',
    error => String(error.message),
  )

test('One network that guesses for long cannot keep the owner of an account out', async () => {
  const guesser = newAddress()
  const answers: string[] = []
  for (let tries = 0; tries < 60; tries += 1) answers.push(await tryFrom(guesser))
  expect(answers.filter(answer => answer === 'let in')).toHaveLength(5)
  expect(answers.at(-1)).toMatch(/^There were too many tries\. Wait \d+ minutes, then try again\.$/)
  expect(await tryFrom(newAddress())).toBe('let in')
})
