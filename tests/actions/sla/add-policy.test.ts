import { beforeAll, expect, test } from 'vitest'
import { addPolicy } from '#actions/sla/add-policy.ts'
import { ada, mira } from '#src/demo/cast.ts'
import type { Actor } from '#src/lib/actor.ts'
import { openDesk } from '#tests/support/desk.ts'
import { allPolicies, termsOf } from '#tests/support/policies.ts'
import { asVisitor, fill, signedInAs } from '#tests/support/visit.ts'

beforeAll(openDesk)

async function send(by: Actor, form: FormData) {
  return asVisitor(await signedInAs(by), () => addPolicy(null, form))
}

test('A policy is added once, however often its form is sent', async () => {
  const before = await allPolicies()
  const form = fill('sla.add-policy', ada, termsOf({ name: 'Schools' }))
  const [first, again] = [await send(ada, form), await send(ada, form)]
  expect([first.redirect, again.redirect]).toEqual(Array(2).fill('/admin/sla?done=added'))
  const made = (await allPolicies()).filter(({ id }) => !before.some(policy => policy.id === id))
  expect(made).toMatchObject([{ name: 'Schools', priority: 'normal', resolveMins: 600 }])
})

test('Targets that are no minutes stand in the form again, with words beside them', async () => {
  const before = await allPolicies()
  const form = fill('sla.add-policy', ada, termsOf())
  form.set('nextReplyMins', 'an hour')
  const { redirect, report } = await send(ada, form)
  expect(redirect).toBeNull()
  expect(Object.keys(report?.result.error?.fieldErrors ?? {})).toEqual(['nextReplyMins'])
  expect(report?.result.submission.payload).toMatchObject({ nextReplyMins: 'an hour' })
  expect(await allPolicies()).toEqual(before)
})

test('An agent adds no policy', async () => {
  const before = await allPolicies()
  const { report } = await send(mira, fill('sla.add-policy', mira, termsOf()))
  expect(report?.result.error?.formErrors?.[0]).toContain('Only an administrator can do this')
  expect(await allPolicies()).toEqual(before)
})
