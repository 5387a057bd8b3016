import { beforeAll, expect, test } from 'vitest'
import { ada, jonas, mira, noor } from '#src/demo/cast.ts'
import { compose } from '#src/tickets/compose.ts'
import { act, asked, bring, ledger, openDesk } from '#tests/support/desk.ts'
import { composerOf } from '#tests/support/ticket-in.ts'

beforeAll(openDesk)

async function take(by: typeof ada, reference: string) {
  return act(compose, by, { ...(await composerOf(reference)), intent: 'take' })
}

test('Taking a ticket that nobody has is one event, and brings it into the agent’s team', async () => {
  const reference = await asked()
  expect(await take(mira, reference)).toEqual({ reference, done: 'taken' })
  const { ticket, events, mail } = await ledger(reference)
  expect(ticket).toMatchObject({ assigneeId: mira.agentId, team: 'bookings', status: 'open' })
  expect(events.at(-1)).toMatchObject({
    kind: 'updated',
    changes: [
      { field: 'assignee', from: null, to: mira.agentId },
      { field: 'team', from: null, to: 'bookings' },
    ],
  })
  expect(mail).toHaveLength(1)
})

test('Of two agents who take a ticket at the same moment one has it and the other reads who', async () => {
  for (let round = 0; round < 10; round += 1) {
    const reference = await asked()
    const page = { ...(await composerOf(reference)), intent: 'take' as const }
    const both = [ada, noor]
    const ends = await Promise.allSettled(both.map(agent => act(compose, agent, page)))
    const { ticket, events } = await ledger(reference)
    const winner = both.find(agent => agent.agentId === ticket.assigneeId)
    const refused = ends.flatMap(end => (end.status === 'rejected' ? [end.reason.message] : []))
    expect(refused).toEqual([`This ticket is already taken by ${winner?.name}.`])
    expect(events.map(event => event.actorId)).toEqual([ticket.requesterId, winner?.userId])
  }
})

test('Taking what one has already does nothing and is no error', async () => {
  const reference = await asked()
  await take(mira, reference)
  expect(await take(mira, reference)).toEqual({ reference, done: 'taken' })
  expect((await ledger(reference)).events).toHaveLength(2)
})

test('A ticket in another team is not taken, and the agent reads what to do', async () => {
  const reference = await asked()
  await bring(reference, ada, { team: 'bookings' })
  await expect(take(jonas, reference)).rejects.toThrow('in a team that you are not in')
  expect((await ledger(reference)).ticket.assigneeId).toBeNull()
})
