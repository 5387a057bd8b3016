import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { elif, jonas, mira, tom } from '#src/demo/cast.ts'
import { db } from '#src/lib/db/client.ts'
import { account, user } from '#src/lib/db/tables/identity.ts'
import { openForCustomer } from '#src/tickets/open-for-customer.ts'
import { act, ledger, openDesk } from '#tests/support/desk.ts'

beforeAll(openDesk)

const call = { subject: 'A lost scarf', body: 'She thinks it was blue.', priority: 'low' as const }
const withAddress = (email: string) => db.select().from(user).where(eq(user.email, email))

test('A caller who has an account is the requester, and the agent’s words are the first message', async () => {
  const { reference } = await act(openForCustomer, mira, { ...call, name: 'Mrs Brandt', email: elif.email })
  const { ticket, messages, events, mail } = await ledger(reference)
  expect(ticket).toMatchObject({
    requesterId: elif.userId,
    channel: 'phone',
    status: 'open',
    firstResponseAt: null,
  })
  expect(ticket.firstResponseDueAt).not.toBeNull()
  expect(messages).toMatchObject([{ authorId: mira.userId, body: call.body, isInternal: false }])
  expect(events).toMatchObject([{ kind: 'opened', actorId: mira.userId, byRequester: false }])
  expect(mail).toMatchObject([{ kind: 'opened', toAddress: elif.email, toName: elif.name }])
  expect(await withAddress(elif.email)).toMatchObject([{ name: elif.name }])
})

test('A caller who has none gets one without a password, and the mail with the reference', async () => {
  const email = 'caller@kelpbay.test'
  const { reference } = await act(openForCustomer, mira, { ...call, name: 'Nell Quayle', email })
  const [person, ...more] = await withAddress(email)
  expect(more).toEqual([])
  expect(person).toMatchObject({ name: 'Nell Quayle', emailVerified: false })
  expect(await db.$count(account, eq(account.userId, person?.id ?? ''))).toBe(0)
  const { ticket, mail } = await ledger(reference)
  expect(ticket.requesterId).toBe(person?.id)
  expect(mail).toMatchObject([{ toAddress: email, toName: 'Nell Quayle' }])
})

test('Two agents who write down the same new caller at once make one person and two tickets', async () => {
  const email = 'twice@kelpbay.test'
  const calls = [mira, jonas].map(agent => act(openForCustomer, agent, { ...call, name: 'Ewan', email }))
  const references = (await Promise.all(calls)).map(opened => opened.reference)
  expect(new Set(references).size).toBe(2)
  const [person, ...more] = await withAddress(email)
  expect(more).toEqual([])
  for (const reference of references) expect((await ledger(reference)).ticket.requesterId).toBe(person?.id)
})

test('An agent does not open a ticket of their own in this way', async () => {
  const refused = act(openForCustomer, mira, { ...call, name: mira.name, email: mira.email })
  await expect(refused).rejects.toMatchObject({ field: 'email' })
})

test('A customer opens tickets for nobody else, and makes no account by trying', async () => {
  const email = 'sneaky@kelpbay.test'
  await expect(act(openForCustomer, tom, { ...call, name: 'X', email })).rejects.toThrow('Only agents')
  expect(await withAddress(email)).toEqual([])
})
