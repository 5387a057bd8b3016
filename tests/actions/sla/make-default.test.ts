import { beforeAll, expect, test } from 'vitest'
import { makeDefault } from '#actions/sla/make-default.ts'
import { ada, mira } from '#src/demo/cast.ts'
import type { Actor } from '#src/lib/actor.ts'
import { openDesk } from '#tests/support/desk.ts'
import { added, defaultRow } from '#tests/support/policies.ts'
import { asVisitor, fill, signedInAs } from '#tests/support/visit.ts'

beforeAll(openDesk)

async function send(by: Actor, policyId: string) {
  const form = fill('sla.make-default', by, { policyId })
  return asVisitor(await signedInAs(by), () => makeDefault(null, form))
}

test('A policy becomes the default of its priority', async () => {
  const id = await added()
  const { redirect } = await send(ada, id)
  expect(redirect).toBe('/admin/sla?done=default-set')
  expect(await defaultRow('normal')).toMatchObject({ id })
})

test('An agent makes no policy the default', async () => {
  const [id, before] = [await added(), await defaultRow('normal')]
  const { report } = await send(mira, id)
  expect(report?.result.error?.formErrors?.[0]).toContain('Only an administrator can do this')
  expect(await defaultRow('normal')).toEqual(before)
})
