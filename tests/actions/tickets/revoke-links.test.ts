import { beforeAll, expect, test } from 'vitest'
import { reply } from '#actions/tickets/reply.ts'
import { revokeLinks } from '#actions/tickets/revoke-links.ts'
import { mira } from '#src/demo/cast.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { ledger, openDesk } from '#tests/support/desk.ts'
import { fillAsGuest, guestTicket, linksTo } from '#tests/support/guests.ts'
import { post, send, shown } from '#tests/support/post.ts'
import { newAddress } from '#tests/support/visit.ts'

beforeAll(openDesk)

test('An agent ends the links of a ticket: what a guest sends then is not taken, and comes back to be copied', async () => {
  const { reference, key, by } = await guestTicket()
  const end = await post(revokeLinks, 'tickets.revoke-links', mira, { reference })
  expect(end.redirect).toBe(`/desk/tickets/${formatReference(reference)}?done=links-revoked`)
  expect(await linksTo(reference)).toMatchObject([{ endedBy: mira.userId }])
  const form = fillAsGuest('tickets.reply', by, key, { reference, body: 'Is it there?' })
  const late = await send(reply, { address: newAddress() }, form)
  expect(shown(late).words).toContain('does not open the ticket any more')
  expect(shown(late).kept).toMatchObject({ body: 'Is it there?' })
  expect((await ledger(reference)).messages).toHaveLength(1)
})

test('Where no link is left to end, that is said and nothing is written', async () => {
  const { reference } = await guestTicket()
  await post(revokeLinks, 'tickets.revoke-links', mira, { reference })
  const before = await linksTo(reference)
  const end = await post(revokeLinks, 'tickets.revoke-links', mira, { reference })
  expect(end.redirect).toContain('?done=already-so')
  expect(await linksTo(reference)).toEqual(before)
})
