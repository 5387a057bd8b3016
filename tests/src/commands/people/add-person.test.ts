import { verifyPassword } from 'better-auth/crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { addPerson } from '#src/commands/people/add-person.ts'
import { wishFrom } from '#src/commands/people/wish.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { account, user } from '#src/lib/db/tables/identity.ts'
import { agents, teams } from '#src/lib/db/tables/people.ts'
import { mailOrders } from '#src/lib/db/tables/system.ts'

test('The first administrator gets a link, by the terminal and by mail, and no password before it is followed', async () => {
  const said = await add(['admin', 'add', '--email', 'ada@example.org', '--name', 'Ada'])
  const [link = ''] = said.match(/http:\S+/) ?? []
  expect(await agentAt('ada@example.org')).toMatchObject({ role: 'admin', active: true, password: null })
  const [mail] = await db.select().from(mailOrders).where(eq(mailOrders.toAddress, 'ada@example.org'))
  expect(mail?.body).toContain(link)
})

test('A password that was typed lets its owner sign in at once, because whoever runs the desk vouches for them', async () => {
  await add(['agent', 'add', '--email', 'mira@example.org', '--name', 'Mira'], 'seven ferries at dawn')
  const mira = await agentAt('mira@example.org')
  expect(mira).toMatchObject({ role: 'agent', emailVerified: true })
  expect(await verifyPassword({ hash: mira?.password ?? '', password: 'seven ferries at dawn' })).toBe(true)
})

test('A password that can be guessed is refused, and then there is no agent either', async () => {
  const adding = add(['agent', 'add', '--email', 'noor@example.org', '--name', 'Noor'], 'short')
  await expect(adding).rejects.toThrow(/at least 12 characters/)
  expect(await agentAt('noor@example.org')).toBeUndefined()
})

test('A team is found by its name in any case or by its short form, and otherwise the teams are listed', async () => {
  await transaction('test', tx => tx.insert(teams).values({ id: 'post', name: 'Parcels & Post' }))
  await add(['agent', 'add', '--email', 'one@example.org', '--name', 'One', '--team', 'parcels & post'])
  await add(['agent', 'add', '--email', 'two@example.org', '--name', 'Two', '--team', 'post'])
  expect(await agentAt('one@example.org')).toMatchObject({ team: 'post' })
  expect(await agentAt('two@example.org')).toMatchObject({ team: 'post' })
  const unknown = add(['agent', 'add', '--email', 'three@example.org', '--name', 'Three', '--team', 'Boats'])
  await expect(unknown).rejects.toThrow('There is no team "Boats". The teams are: Parcels & Post.')
})

test('Nobody becomes an agent twice', async () => {
  const words = ['agent', 'add', '--email', 'ivo@example.org', '--name', 'Ivo']
  await add(words)
  await expect(add(words)).rejects.toThrow(/Ivo works here already/)
})

async function add(words: string[], password?: string) {
  return transaction('command:people', tx => addPerson(tx, wishFrom(words), password))
}

async function agentAt(email: string) {
  const [found] = await db
    .select({
      role: agents.role,
      team: agents.team,
      active: agents.active,
      emailVerified: user.emailVerified,
      password: account.password,
    })
    .from(agents)
    .innerJoin(user, eq(user.id, agents.userId))
    .leftJoin(account, eq(account.userId, user.id))
    .where(eq(user.email, email))
  return found
}
