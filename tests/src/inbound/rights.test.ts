import { afterAll, beforeAll, expect, test } from 'vitest'
import { asked, ledger, openDesk } from '#tests/support/desk.ts'
import { addressAbout, comesIn } from '#tests/support/incoming.ts'
import { newColleague } from '#tests/support/newcomers.ts'
import { superuser } from '#tests/support/outside.ts'

const [administrator, onlooker] = [superuser(), superuser()]
beforeAll(openDesk)
afterAll(() => Promise.all([administrator.end(), onlooker.end()]))

test('A mail of an agent whose rights are just being taken away waits for that, and answers nobody', async () => {
  const reference = await asked()
  const agent = await newColleague('agent')
  const To = await addressAbout(reference, agent)
  const { placed } = await administrator.begin(async tx => {
    await tx`select set_config('app.actor', 'test', true)`
    await tx`update agents set active = false where user_id = ${agent.userId}`
    const placed = comesIn({ From: agent.email, To })
    await expect.poll(waiting).toBe(1)
    return { placed }
  })
  expect(await placed).toMatchObject({ state: 'taken', concern: 'other-sender' })
  expect((await ledger(reference)).messages).toHaveLength(1)
})

async function waiting() {
  const [row] = await onlooker`select count(*)::int as waiting from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`
  return row?.waiting
}
