import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { invite } from '#actions/people/invite.ts'
import { ada, mira } from '#src/demo/cast.ts'
import type { Actor } from '#src/lib/actor.ts'
import { db } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { mailOrders } from '#src/lib/db/tables/system.ts'
import { openDesk } from '#tests/support/desk.ts'
import { asVisitor, fill, signedInAs } from '#tests/support/visit.ts'

beforeAll(openDesk)

function invitation(by: Actor, email: string) {
  return fill('people.invite', by, { email, name: 'Ruth Ashdown', role: 'agent', team: 'access' })
}

async function send(by: Actor, form: FormData) {
  return asVisitor(await signedInAs(by), () => invite(null, form))
}

const people = (email: string) => db.select().from(user).where(eq(user.email, email))
const letters = (email: string) => db.select().from(mailOrders).where(eq(mailOrders.toAddress, email))

test('An invitation makes an agent and one mail with a link, however often the form is sent', async () => {
  const form = invitation(ada, ' Ruth@KelpBay.test ')
  const first = await send(ada, form)
  const again = await send(ada, form)
  const [person] = await people('ruth@kelpbay.test')
  const [agent] = await db
    .select()
    .from(agents)
    .where(eq(agents.userId, person?.id ?? ''))
  expect(agent).toMatchObject({ role: 'agent', team: 'access', active: true })
  expect([first.redirect, again.redirect]).toEqual(Array(2).fill(`/admin/agents/${agent?.id}?done=invited`))
  const mail = await letters('ruth@kelpbay.test')
  expect(mail).toHaveLength(1)
  expect(mail[0]).toMatchObject({ kind: 'invited', userId: person?.id })
  expect(mail[0]?.body).toMatch(/http:\/\/localhost:3000\/api\/auth\/reset-password\/\S+/)
})

test('Somebody who works here already is not invited, and gets no mail', async () => {
  const { redirect, report } = await send(ada, invitation(ada, mira.email))
  expect(redirect).toBeNull()
  expect(report?.result.error?.fieldErrors?.email?.[0]).toContain('works here already')
  expect(report?.result.submission.payload).toMatchObject({ name: 'Ruth Ashdown', email: mira.email })
  expect(await letters(mira.email)).toEqual([])
})

test('An agent invites nobody', async () => {
  const { report } = await send(mira, invitation(mira, 'nobody@kelpbay.test'))
  expect(report?.result.error?.formErrors?.[0]).toContain('Only an administrator can do this')
  expect(await people('nobody@kelpbay.test')).toEqual([])
  expect(await letters('nobody@kelpbay.test')).toEqual([])
})
