import { beforeEach, expect, test } from 'vitest'
import { sendTest } from '#actions/mail/send-test.ts'
import { ada, elif, mira } from '#src/demo/cast.ts'
import { db } from '#src/lib/db/client.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { openDesk } from '#tests/support/desk.ts'
import { emptyOutbox, outbox } from '#tests/support/outbox.ts'
import { shown } from '#tests/support/post.ts'
import { asVisitor, fill, signedInAs } from '#tests/support/visit.ts'

beforeEach(async () => {
  if (!(await db.$count(agents))) await openDesk()
  await emptyOutbox()
})

const own = { to: ada.email }

test('An administrator orders a test mail to their own address, and the same form sent twice orders one', async () => {
  const visit = await signedInAs(ada)
  const form = fill('mail.send-test', ada, own)
  const ends = [1, 2].map(() => asVisitor(visit, () => sendTest(null, form)))
  const [first, second] = await Promise.all(ends)
  const [mail, ...others] = await outbox()
  expect(mail).toMatchObject({ kind: 'test', toAddress: ada.email, sentAt: null })
  expect(others).toEqual([])
  expect([first?.redirect, second?.redirect]).toEqual(
    [1, 2].map(() => `/admin/outbox/${mail?.id}?done=test-ordered`),
  )
})

test('Each form of its own orders a mail of its own', async () => {
  const visit = await signedInAs(ada)
  for (const _ of [1, 2]) await asVisitor(visit, () => sendTest(null, fill('mail.send-test', ada, own)))
  expect(await outbox()).toHaveLength(2)
})

test('A test mail goes to nobody else', async () => {
  const form = fill('mail.send-test', ada, { to: elif.email })
  expect(shown(await asVisitor(await signedInAs(ada), () => sendTest(null, form))).words).toContain(
    'This is not your address.',
  )
  expect(await outbox()).toEqual([])
})

test('Agents and customers are refused, and nobody else gets further than the sign-in page', async () => {
  for (const person of [mira, elif]) {
    const form = fill('mail.send-test', person, { to: person.email })
    const end = await asVisitor(await signedInAs(person), () => sendTest(null, form))
    expect(shown(end).words).toContain('Only an administrator can do this')
  }
  const { redirect } = await asVisitor({}, () => sendTest(null, fill('mail.send-test', null, own)))
  expect(redirect).toContain('/sign-in')
  expect(await outbox()).toEqual([])
})
