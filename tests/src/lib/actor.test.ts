import { beforeAll, expect, test } from 'vitest'
import { ada, bram, elif, mira } from '#src/demo/cast.ts'
import { type Actor, actorInside, actorOf, actorWith } from '#src/lib/actor.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { openDesk } from '#tests/support/desk.ts'

beforeAll(openDesk)
const userOf = ({ userId, name, email }: Actor) => ({ id: userId, name, email })

test('Whoever works here is an agent with role and team, and everybody else is a customer', async () => {
  for (const somebody of [ada, mira, elif]) expect(await actorOf(db, userOf(somebody))).toEqual(somebody)
})

test('Whoever left the desk is a customer, on pages and inside transactions alike', async () => {
  const { userId, name, email } = bram
  const customer = { kind: 'customer', userId, name, email }
  expect(await actorOf(db, userOf(bram))).toEqual(customer)
  expect(await transaction('test', tx => actorInside(tx, bram))).toEqual(customer)
})

test('The rights of somebody else make nobody an agent', () => {
  const { userId, agentId, role, team } = mira
  const rights = { userId, agentId, role, team, active: true }
  expect(actorWith(userOf(mira), rights)).toEqual(mira)
  expect(actorWith(userOf(elif), rights)).toEqual(elif)
})
