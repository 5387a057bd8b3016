import { coerceFormValue } from '@conform-to/zod/v4/future'
import { expect, test } from 'vitest'
import { addPolicyForm } from '#src/sla/forms.ts'

const posted = { name: 'Schools', priority: 'normal', firstResponseMins: '60', nextReplyMins: '90' }

/** The words beside each field of what a browser would send; null when it is accepted. */
function wordsFor(fields: Record<string, string>) {
  const form = coerceFormValue(addPolicyForm)
  const { error } = form.safeParse({ ...posted, resolveMins: '600', ...fields })
  return error ? Object.fromEntries(error.issues.map(({ path, message }) => [path[0], message])) : null
}

test('Targets are whole minutes, from one minute to one year', () => {
  for (const mins of ['1', '60', '525600']) expect(wordsFor({ nextReplyMins: mins }), mins).toBeNull()
  for (const mins of ['', '0', '-5', '1.5', '1e3', 'soon', '525601', '99999999999999999999'])
    expect(Object.keys(wordsFor({ nextReplyMins: mins }) ?? {}), mins).toEqual(['nextReplyMins'])
})

test('A solution is not due before the first reply, and the words stand beside the solution', () => {
  expect(wordsFor({ firstResponseMins: '600' })).toBeNull()
  expect(Object.keys(wordsFor({ firstResponseMins: '601' }) ?? {})).toEqual(['resolveMins'])
})

test('A priority is one of the four', () => {
  expect(wordsFor({ priority: 'urgent' })).toBeNull()
  expect(wordsFor({ priority: 'critical' })).toEqual({ priority: 'Choose a priority from the list.' })
})
