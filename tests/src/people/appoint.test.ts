import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { bram, elif, mira } from '#src/demo/cast.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { account, session, user } from '#src/lib/db/tables/identity.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { appoint } from '#src/people/appoint.ts'
import { openDesk } from '#tests/support/desk.ts'
import { retire } from '#tests/support/people.ts'

beforeAll(openDesk)

type Wanted = Partial<Parameters<typeof appoint>[1]>

function appointed(wanted: Wanted) {
  const person = { name: 'Ruth Ashdown', email: 'ruth@kelpbay.test', role: 'agent', team: '' } as const
  return transaction('command:people', tx => appoint(tx, { ...person, ...wanted }))
}

/** Somebody who signed up by themself: an account, a password and a session. */
async function signedUp(email: string, emailVerified: boolean) {
  const id = crypto.randomUUID()
  const expiresAt = new Date(Date.now() + 86_400_000)
  await transaction('test', async tx => {
    await tx.insert(user).values({ id, name: 'Signed Up', email, emailVerified })
    await tx
      .insert(account)
      .values({ id, accountId: id, providerId: 'credential', userId: id, password: 'a hash' })
    await tx.insert(session).values({ id, token: id, userId: id, expiresAt })
  })
  return id
}

async function waysIn(userId: string) {
  const [passwords, sessions] = await Promise.all([
    db.$count(account, and(eq(account.userId, userId), eq(account.providerId, 'credential'))),
    db.$count(session, eq(session.userId, userId)),
  ])
  return { passwords, sessions }
}

test('Somebody new becomes a person without a password and an active agent with role and team', async () => {
  const made = await appointed({ role: 'admin', team: 'access' })
  const [agent] = await db.select().from(agents).where(eq(agents.id, made.agentId))
  expect(made).toMatchObject({ name: 'Ruth Ashdown', email: 'ruth@kelpbay.test' })
  expect(agent).toMatchObject({ userId: made.userId, role: 'admin', team: 'access', active: true })
  expect(await waysIn(made.userId)).toEqual({ passwords: 0, sessions: 0 })
})

test('A customer who becomes an agent stays the same person, under the name that they chose', async () => {
  const made = await appointed({ email: elif.email, name: 'Somebody Else' })
  expect(made).toMatchObject({ userId: elif.userId, name: elif.name })
  expect(await waysIn(elif.userId)).toMatchObject({ passwords: 1 })
})

test('Whoever signed up with an address that nobody confirmed loses the password and the sessions', async () => {
  const stranger = await signedUp('squatted@kelpbay.test', false)
  const known = await signedUp('confirmed@kelpbay.test', true)
  expect(await waysIn(stranger)).toEqual({ passwords: 1, sessions: 1 })
  await appointed({ email: 'squatted@kelpbay.test' })
  await appointed({ email: 'confirmed@kelpbay.test' })
  expect(await waysIn(stranger)).toEqual({ passwords: 0, sessions: 0 })
  expect(await waysIn(known)).toEqual({ passwords: 1, sessions: 1 })
})

test('Somebody who is or was an agent is refused, each in words of their own, and stays as they are', async () => {
  const before = await db.select().from(agents).orderBy(agents.id)
  await expect(appointed({ email: mira.email })).rejects.toMatchObject({
    field: 'email',
    message: `${mira.name} works here already, under this address.`,
  })
  await expect(appointed({ email: bram.email })).rejects.toMatchObject({
    field: 'email',
    message: expect.stringContaining('reactivate'),
  })
  expect(await db.select().from(agents).orderBy(agents.id)).toEqual(before)
})

test('A team that is retired or not there takes no agent, and then nobody is made', async () => {
  await retire('digital')
  for (const team of ['digital', 'nowhere'])
    await expect(appointed({ email: 'late@kelpbay.test', team })).rejects.toMatchObject({ field: 'team' })
  expect(await db.$count(user, eq(user.email, 'late@kelpbay.test'))).toBe(0)
})

test('One address that is appointed twice at one moment becomes one agent', async () => {
  const email = 'twice@kelpbay.test'
  const ends = await Promise.allSettled([appointed({ email }), appointed({ email })])
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await db.$count(user, eq(user.email, email))).toBe(1)
})
