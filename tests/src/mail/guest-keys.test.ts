import { beforeAll, beforeEach, expect, test } from 'vitest'
import { elif, mira } from '#src/demo/cast.ts'
import { guestPath, linkIn, unsignedGuestPath } from '#src/lib/guest-key.ts'
import { deliverNext } from '#src/mail/deliver.ts'
import type { Letter } from '#src/mail/letter.ts'
import { bring, openDesk } from '#tests/support/desk.ts'
import { guestTicket, newestKey } from '#tests/support/guests.ts'
import { emptyOutbox, orderOne, outbox, tellNews } from '#tests/support/outbox.ts'
import { ticketIn } from '#tests/support/ticket-in.ts'

beforeAll(openDesk)
beforeEach(emptyOutbox)

async function delivered(): Promise<Letter[]> {
  const letters: Letter[] = []
  while (
    await deliverNext(async letter => {
      letters.push(letter)
    })
  );
  return letters
}

test('The link of a guest is whole in the mail that leaves, as text and as HTML, and not in the outbox', async () => {
  const { reference, key } = await guestTicket()
  const [letter] = await delivered()
  expect(letter?.text).toContain(guestPath(key))
  expect(letter?.html).toContain(`${guestPath(key)}"`)
  expect(JSON.stringify(await outbox())).not.toContain(key)
  expect(await newestKey(reference)).toBe(key)
})

test('An answer and the word that a ticket is solved bring links of their own, beside what was said', async () => {
  const { reference } = await guestTicket()
  await delivered()
  await bring(reference, mira, { reply: 'Look under the bench.' })
  const [answer] = await delivered()
  const second = await newestKey(reference)
  expect(answer?.text).toContain(guestPath(second))
  expect(answer?.html).toMatch(/<p dir="auto">Look under the bench\.<\/p>/)
  await bring(reference, mira, { status: 'solved' })
  await tellNews()
  const [news] = await delivered()
  expect(news?.text).toContain(guestPath(await newestKey(reference)))
})

test('Who has a password gets the ordinary address', async () => {
  await ticketIn('pending', elif)
  const letters = await delivered()
  expect(letters.length).toBeGreaterThan(1)
  for (const { text } of letters)
    expect([text.includes('/guest/'), text.includes('/tickets/')]).toEqual([false, true])
})

test('attack: A link of somebody else that stands in a mail is not made whole', async () => {
  const { key } = await guestTicket()
  await delivered()
  await orderOne({ body: `See ${unsignedGuestPath(linkIn(key) ?? '')}` })
  const [letter] = await delivered()
  expect(letter?.text).toContain('/guest/')
  expect(letter?.text).not.toContain(key)
})
