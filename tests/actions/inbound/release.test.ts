import { beforeEach, expect, test } from 'vitest'
import { release } from '#actions/inbound/release.ts'
import { ada, elif, mira } from '#src/demo/cast.ts'
import { receivedMail } from '#src/inbound/queries.ts'
import type { Actor } from '#src/lib/actor.ts'
import { db } from '#src/lib/db/client.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { openDesk } from '#tests/support/desk.ts'
import { heldMail } from '#tests/support/in-administration.ts'
import { countTickets } from '#tests/support/incoming.ts'
import { shown } from '#tests/support/post.ts'
import { asVisitor, fill, signedInAs } from '#tests/support/visit.ts'

beforeEach(async () => {
  if (!(await db.$count(agents))) await openDesk()
})

const send = async (by: Actor, form: FormData) => asVisitor(await signedInAs(by), () => release(null, form))

test('An administrator releases a held mail, and the same form sent twice does it once', async () => {
  const mailId = await heldMail()
  const before = await countTickets()
  const form = fill('inbound.release', ada, { mailId })
  for (const _ of [1, 2]) {
    const { redirect, report } = await send(ada, form)
    expect({ redirect, report }).toEqual({ redirect: `/admin/mail/${mailId}?done=released`, report: null })
  }
  expect(await countTickets()).toBe(before + 1)
  expect(await receivedMail(db, mailId)).toMatchObject({ state: 'taken', releasedBy: ada.name })
})

test('A mail of nobody is not released before somebody says who wrote it, and what was typed stays', async () => {
  const mailId = await heldMail({ From: '' })
  for (const [from, words] of [
    [undefined, 'Enter the address of whoever wrote this mail'],
    ['nell at home', 'Enter an email address'],
  ] as const) {
    const end = await send(ada, fill('inbound.release', ada, { mailId, ...(from && { from }) }))
    expect(end.redirect).toBeNull()
    expect(shown(end).words).toContain(words)
    expect(shown(end).kept).toMatchObject(from ? { from } : {})
  }
  const form = fill('inbound.release', ada, { mailId, from: 'Nell@Example.org' })
  expect((await send(ada, form)).redirect).not.toBeNull()
  expect(await receivedMail(db, mailId)).toMatchObject({ state: 'taken', fromAddress: '' })
})

test('Agents and customers are refused, and so is who is not signed in; the mail stays held', async () => {
  const mailId = await heldMail()
  for (const person of [mira, elif]) {
    const end = await send(person, fill('inbound.release', person, { mailId }))
    expect(shown(end).words).toContain('Only an administrator can do this')
  }
  const { redirect } = await asVisitor({}, () => release(null, fill('inbound.release', null, { mailId })))
  expect(redirect).toContain('/sign-in')
  expect(await receivedMail(db, mailId)).toMatchObject({ state: 'held', reference: null })
})
