import { beforeEach, expect, test } from 'vitest'
import { reject } from '#actions/inbound/reject.ts'
import { ada, elif, mira } from '#src/demo/cast.ts'
import { receivedMail } from '#src/inbound/queries.ts'
import type { Actor } from '#src/lib/actor.ts'
import { db } from '#src/lib/db/client.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { openDesk } from '#tests/support/desk.ts'
import { heldMail } from '#tests/support/in-administration.ts'
import { shown } from '#tests/support/post.ts'
import { sinceThen, standing } from '#tests/support/standing.ts'
import { asVisitor, fill, signedInAs } from '#tests/support/visit.ts'

beforeEach(async () => {
  if (!(await db.$count(agents))) await openDesk()
})

const send = async (by: Actor, form: FormData) => asVisitor(await signedInAs(by), () => reject(null, form))

test('An administrator rejects a held mail, nobody is told, and the same form sent twice does it once', async () => {
  const mailId = await heldMail()
  const before = await standing()
  const form = fill('inbound.reject', ada, { mailId })
  for (const _ of [1, 2]) {
    const { redirect, report } = await send(ada, form)
    expect({ redirect, report }).toEqual({ redirect: `/admin/mail/${mailId}?done=rejected`, report: null })
  }
  expect(sinceThen(before, await standing()).changed).toEqual(['received_mails', 'submissions'])
  expect(await receivedMail(db, mailId)).toMatchObject({ state: 'held', rejectedBy: ada.name })
})

test('Agents and customers are refused, and so is who is not signed in; the mail goes on waiting', async () => {
  const mailId = await heldMail()
  for (const person of [mira, elif]) {
    const end = await send(person, fill('inbound.reject', person, { mailId }))
    expect(shown(end).words).toContain('Only an administrator can do this')
  }
  const { redirect } = await asVisitor({}, () => reject(null, fill('inbound.reject', null, { mailId })))
  expect(redirect).toContain('/sign-in')
  expect(await receivedMail(db, mailId)).toMatchObject({ rejectedAt: null })
})
