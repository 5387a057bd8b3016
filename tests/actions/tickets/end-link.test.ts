import { beforeAll, expect, test } from 'vitest'
import { endLink } from '#actions/tickets/end-link.ts'
import { db } from '#src/lib/db/client.ts'
import { linkFor } from '#src/lib/guest-link.ts'
import { openDesk } from '#tests/support/desk.ts'
import { guestTicket, linksTo, linkTo, newestKey } from '#tests/support/guests.ts'
import { send, shown } from '#tests/support/post.ts'
import { fill, newAddress } from '#tests/support/visit.ts'

beforeAll(openDesk)

test('A guest who ends their link ends every link to that ticket, and to no other; sent again, it leads to the same place', async () => {
  const { reference, key, by } = await guestTicket()
  const other = await guestTicket('open', by.email)
  await linkTo(reference)
  const form = fill('tickets.end-link', null, { link: key })
  const visit = { address: newAddress() }
  for (let at = 0; at < 2; at++)
    expect((await send(endLink, visit, form)).redirect).toBe('/ask/link?done=link-ended')
  const ended = await linksTo(reference)
  expect(ended.map(({ endedBy }) => endedBy)).toEqual([by.userId, by.userId])
  expect((await linkFor(db, await newestKey(reference)))?.is).toBe('ended')
  expect((await linkFor(db, other.key))?.is).toBe('open')
})

test('attack: A link that somebody made up ends nothing', async () => {
  const { reference } = await guestTicket()
  const end = await send(
    endLink,
    { address: newAddress() },
    fill('tickets.end-link', null, { link: 'a'.repeat(64) }),
  )
  expect(shown(end).words).toContain('does not open the ticket any more')
  expect((await linksTo(reference)).every(({ endedAt }) => endedAt === null)).toBe(true)
})
