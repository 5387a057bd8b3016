import { beforeAll, expect, test } from 'vitest'
import { openForCustomer } from '#actions/tickets/open-for-customer.ts'
import { elif, mira } from '#src/demo/cast.ts'
import { parseReference } from '#src/tickets/reference.ts'
import { ledger, openDesk } from '#tests/support/desk.ts'
import { post, shown } from '#tests/support/post.ts'

beforeAll(openDesk)
const call = { name: 'Mrs Brandt', subject: 'A scarf', body: 'Blue, she thinks.', priority: 'low' }
const opened = (email: string) => post(openForCustomer, 'tickets.open-for-customer', mira, { ...call, email })

test('A ticket for a caller leads to it on the desk', async () => {
  const { redirect } = await opened('Customer@Holdfast.test ')
  const [, typed = ''] = /^\/desk\/tickets\/(.+)\?done=opened$/.exec(redirect ?? '') ?? []
  const parsed = parseReference(typed)
  const { ticket } = await ledger(parsed.ok ? parsed.reference : '')
  expect(ticket).toMatchObject({ requesterId: elif.userId, channel: 'phone' })
})

test('An address that is none comes back beside its field, with everything that was written down', async () => {
  const end = await opened('brandt at home')
  expect(end.report?.result.error?.fieldErrors).toMatchObject({
    email: ['Enter an email address, such as name@example.org.'],
  })
  expect(shown(end).kept).toMatchObject({ ...call, email: 'brandt at home' })
})

test('One’s own address is refused beside the field', async () => {
  const end = await opened(mira.email)
  expect(end.report?.result.error?.fieldErrors).toHaveProperty('email')
})
