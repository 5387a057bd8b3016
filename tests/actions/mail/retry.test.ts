import { beforeEach, expect, test } from 'vitest'
import { retry } from '#actions/mail/retry.ts'
import { ada, elif, mira } from '#src/demo/cast.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { mailOrders } from '#src/lib/db/tables/system.ts'
import { openDesk } from '#tests/support/desk.ts'
import { emptyOutbox, orderOne, outbox } from '#tests/support/outbox.ts'
import { asVisitor, fill, signedInAs } from '#tests/support/visit.ts'

beforeEach(async () => {
  if (!(await db.$count(agents))) await openDesk()
  await emptyOutbox()
})

async function givenUp() {
  const { id } = await orderOne()
  await transaction('test', tx => tx.update(mailOrders).set({ gaveUpAt: new Date(), attempts: 10 }))
  return id
}

test('An administrator has a mail tried again, and the same form sent twice does it once', async () => {
  const mailId = await givenUp()
  const visit = await signedInAs(ada)
  const form = fill('mail.retry', ada, { mailId })
  for (const _ of [1, 2]) {
    const { redirect, report } = await asVisitor(visit, () => retry(null, form))
    expect({ redirect, report }).toEqual({ redirect: `/admin/outbox/${mailId}?done=retried`, report: null })
  }
  expect((await outbox())[0]).toMatchObject({ gaveUpAt: null, attempts: 0 })
})

test('Agents and customers are refused, and the mail stays given up', async () => {
  const mailId = await givenUp()
  for (const person of [mira, elif]) {
    const form = fill('mail.retry', person, { mailId })
    const { redirect, report } = await asVisitor(await signedInAs(person), () => retry(null, form))
    expect(redirect).toBeNull()
    expect(JSON.stringify(report)).toContain('Only an administrator can do this')
  }
  expect((await outbox())[0]).toMatchObject({ attempts: 10 })
  expect((await outbox())[0]?.gaveUpAt).not.toBeNull()
})

test('Nobody who is not signed in gets further than the sign-in page', async () => {
  const mailId = await givenUp()
  const { redirect } = await asVisitor({}, () => retry(null, fill('mail.retry', null, { mailId })))
  expect(redirect).toContain('/sign-in')
  expect((await outbox())[0]?.gaveUpAt).not.toBeNull()
})
