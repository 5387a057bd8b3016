import { beforeAll, expect, test } from 'vitest'
import { endLink } from '#actions/tickets/end-link.ts'
import { renewLink } from '#actions/tickets/renew-link.ts'
import { db } from '#src/lib/db/client.ts'
import { linkFor } from '#src/lib/guest-link.ts'
import { openDesk } from '#tests/support/desk.ts'
import { guestTicket, letLinksRunOut, newestKey } from '#tests/support/guests.ts'
import { onRecord } from '#tests/support/identity.ts'
import { send, shown } from '#tests/support/post.ts'
import { fill, newAddress } from '#tests/support/visit.ts'

beforeAll(openDesk)

const post = (link: string) =>
  send(renewLink, { address: newAddress() }, fill('tickets.renew-link', null, { link }))

test('A link that has run out brings a new one by mail, to the address of its ticket', async () => {
  const { reference, key, by } = await guestTicket()
  await letLinksRunOut(reference)
  expect((await post(key)).redirect).toBe('/ask/link?done=link-renewed')
  expect((await onRecord(by.email)).mail.at(-1)).toMatchObject({ kind: 'guest-link', toAddress: by.email })
  const renewed = await newestKey(reference)
  expect([(await linkFor(db, key))?.is, (await linkFor(db, renewed))?.is]).toEqual(['run-out', 'open'])
})

test('A link that was ended, or is not ours, brings none', async () => {
  const { key } = await guestTicket()
  await send(endLink, { address: newAddress() }, fill('tickets.end-link', null, { link: key }))
  for (const link of [key, `${key.slice(0, 63)}${key.endsWith('0') ? '1' : '0'}`, '', 'x'.repeat(5000)])
    expect(shown(await post(link)).words).toContain('does not open the ticket any more')
})

test('attack: However often it is asked for, the address gets no more mails than the limit, and who asks is told', async () => {
  const { reference, key, by } = await guestTicket()
  await letLinksRunOut(reference)
  const ends = []
  for (let at = 0; at < 6; at++) ends.push(await post(key))
  expect(ends.filter(end => end.redirect !== null)).toHaveLength(3)
  expect(
    ends
      .slice(3)
      .map(end => shown(end).words)
      .join(),
  ).toContain('several mails to this address')
  expect((await onRecord(by.email)).mail.filter(({ kind }) => kind === 'guest-link')).toHaveLength(3)
})
