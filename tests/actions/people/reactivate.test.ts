import { beforeAll, beforeEach, expect, test } from 'vitest'
import { reactivate } from '#actions/people/reactivate.ts'
import { ada, bram, mira } from '#src/demo/cast.ts'
import type { Actor } from '#src/lib/actor.ts'
import { openDesk } from '#tests/support/desk.ts'
import { agentRow, putBackPeople } from '#tests/support/people.ts'
import { asVisitor, fill, signedInAs } from '#tests/support/visit.ts'

beforeAll(openDesk)
beforeEach(putBackPeople)

async function send(by: Actor) {
  const form = fill('people.reactivate', by, { agentId: bram.agentId })
  return asVisitor(await signedInAs(by), () => reactivate(null, form))
}

test('Somebody who left works at the desk again', async () => {
  const { redirect } = await send(ada)
  expect(redirect).toBe(`/admin/agents/${bram.agentId}?done=reactivated`)
  expect(await agentRow(bram)).toMatchObject({ active: true, deactivatedAt: null, deactivatedBy: null })
})

test('Neither an agent nor the person themself brings somebody back', async () => {
  for (const by of [mira, bram]) {
    const { redirect, report } = await send(by)
    expect(redirect).toBeNull()
    expect(report?.result.error?.formErrors?.[0]).toContain('Only an administrator can do this')
  }
  expect(await agentRow(bram)).toMatchObject({ active: false })
})
