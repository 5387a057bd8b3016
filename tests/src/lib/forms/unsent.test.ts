import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { elif } from '#src/demo/cast.ts'
import { DbError } from '#src/lib/db/errors.ts'
import { actionFor } from '#src/lib/form-action.ts'
import { readFormToken } from '#src/lib/forms/token.ts'
import type { Unsent } from '#src/lib/forms/unsent.ts'
import { currentAnswer } from '#src/lib/http/current-answer.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { asVisitor, fill } from '#tests/support/visit.ts'

const form = z.object({ name: z.string(), password: z.string() })
const posted = () =>
  fill('test.unsent', elif, { name: 'Ines', password: 'kelp forest under glass', intent: 'draft', odd: 'x' })

/** What the page of this request would find, when the action says no with this error. */
async function leftBy(error: Error, data = posted()) {
  const write = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  const action = actionFor('test.unsent', form, ['password'], async () => {
    throw error
  })
  let unsent: Unsent | undefined
  await asVisitor({}, async () => {
    const report = await action(null, data)
    unsent = currentAnswer()?.unsent
    return report
  })
  write.mockRestore()
  if (!unsent) throw new Error('Nothing was left for the page')
  return { ...unsent, isSameAction: unsent.action === action }
}

const keyOf = (token: FormDataEntryValue | null) => readFormToken('test.unsent', String(token))?.key

test('A page finds the form that was not accepted: its action, its button, its fields and nothing else', async () => {
  const unsent = await leftBy(new Refusal('Not like that.'))
  expect(unsent.isSameAction).toBe(true)
  expect(unsent.posted).toEqual({ intent: 'draft', name: 'Ines', password: '' })
  expect(unsent.report.result.error?.formErrors).toEqual(['Not like that.'])
})

test('After a fault it is the same submission, and after a refusal another one of the same person', async () => {
  const data = posted()
  expect((await leftBy(new DbError('CONNECTION_CLOSED', 'x', 'unknown'), data)).token).toBe(data.get('k'))
  const { token } = await leftBy(new Refusal('Not like that.'), data)
  expect(keyOf(token)).toBeTruthy()
  expect(keyOf(token)).not.toBe(keyOf(data.get('k')))
  expect(readFormToken('test.unsent', token)?.person).toBe(elif.userId)
})

test('What is secret is nowhere in it', async () => {
  for (const error of [new Refusal('Not like that.'), new Error('bug'), new DbError('TX_TIMEOUT', 'x')])
    expect(JSON.stringify(await leftBy(error))).not.toContain('kelp forest')
})
