import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { openTicket } from '#actions/tickets/open-ticket.ts'
import { reply } from '#actions/tickets/reply.ts'
import { elif, tom } from '#src/demo/cast.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { heldSubmissions } from '#src/lib/db/tables/system.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { heldFromHere } from '#src/lib/forms/hold.ts'
import { keptFor } from '#src/lib/forms/kept.ts'
import { signFormToken } from '#src/lib/forms/token.ts'
import { asked, ledger, openDesk } from '#tests/support/desk.ts'
import { inRequest } from '#tests/support/request-scope.ts'
import { asVisitor, fill, signedInAs } from '#tests/support/visit.ts'

beforeAll(openDesk)
const heldFor = async (person: string, form: string, about: string) =>
  (await keptFor(person, form, about, false)).held
beforeEach(() => transaction('test', tx => tx.delete(heldSubmissions)))

const written = { subject: 'Lost glove', body: 'Red, left hand.', priority: 'low' }
const form = 'tickets.open-ticket'
const sendSignedOut = (data = fill(form, elif, written)) => asVisitor({}, () => openTicket(null, data))
const looking = <T>(cookies: Record<string, string>, look: () => Promise<T>) => {
  const cookie = Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')
  return inRequest(new Headers({ cookie }), () => {}, look)
}

test('What is sent without a session is held, and the way leads to signing in', async () => {
  const { redirect, cookies, setCookies } = await sendSignedOut()
  expect(redirect).toMatch(/^\/sign-in\?next=/)
  expect(setCookies.join()).toMatch(/holdfast-held=.*HttpOnly/i)
  expect(await looking(cookies, heldFromHere)).toBe(form)
  expect(await looking({}, heldFromHere)).toBeNull()
  expect(await heldFor(elif.userId, form, '')).toMatchObject({ values: written })
})

test('Two windows that were sent without a session are both held, and brought back one after the other', async () => {
  await sendSignedOut()
  await sendSignedOut(fill(form, elif, { ...written, subject: 'Lost scarf' }))
  await sendSignedOut(fill(form, elif, { ...written, subject: 'Lost scarf' }))
  const visit = await signedInAs(elif)
  const subjects = []
  for (let held = await heldFor(elif.userId, form, ''); held; held = await heldFor(elif.userId, form, '')) {
    subjects.push(held.values.subject)
    const { priority = '', subject = '', body = '' } = held.values
    const back = fill(form, elif, { subject, body, priority, held: held.id })
    await asVisitor(visit, () => openTicket(null, back))
  }
  expect(subjects).toEqual(['Lost scarf', 'Lost glove'])
})

test('For one person no more than the newest fifty are held', async () => {
  for (let number = 1; number <= 52; number += 1)
    await sendSignedOut(fill(form, elif, { ...written, subject: `Lost glove ${number}` }))
  expect(await db.$count(heldSubmissions)).toBe(50)
  expect(await heldFor(elif.userId, form, '')).toMatchObject({ values: { subject: 'Lost glove 52' } })
})

test('Nobody but the person whose page it was sees it, and no other form shows it', async () => {
  await sendSignedOut()
  expect(await heldFor(tom.userId, form, '')).toBeNull()
  expect(await heldFor(elif.userId, 'tickets.reply', '')).toBeNull()
})

test('A reply is held for its own ticket and shown on no other', async () => {
  const [here, elsewhere] = [await asked(), await asked()]
  const data = fill('tickets.reply', elif, { reference: here, body: 'Also the hat.', seen: 0 })
  await asVisitor({}, () => reply(null, data))
  expect(await heldFor(elif.userId, 'tickets.reply', elsewhere)).toBeNull()
  expect(await heldFor(elif.userId, 'tickets.reply', here)).toMatchObject({
    values: { body: 'Also the hat.' },
  })
  expect((await ledger(here)).messages).toHaveLength(1)
})

test('What somebody sends from a page that was made for another person is held for that person, and not done', async () => {
  const before = await db.$count(tickets)
  const visit = await signedInAs(tom)
  const { redirect } = await asVisitor(visit, () => openTicket(null, fill(form, elif, written)))
  expect(redirect).toMatch(/^\/sign-in\?next=/)
  expect(await heldFor(elif.userId, form, '')).toMatchObject({ values: written })
  expect(await heldFor(tom.userId, form, '')).toBeNull()
  expect(await db.$count(tickets)).toBe(before)
})

test('A page that was open for days is held for its person too', async () => {
  const data = fill(form, elif, written)
  data.set('k', signFormToken(form, elif.userId, Date.now() - 3 * 86_400_000))
  await sendSignedOut(data)
  expect(await heldFor(elif.userId, form, '')).toMatchObject({ values: written })
})

test('In the database it is sealed: neither the text nor the subject can be read there', async () => {
  await sendSignedOut()
  const rows = JSON.stringify(await db.select().from(heldSubmissions))
  expect(rows).toContain(elif.userId)
  expect(rows).not.toMatch(/glove|left hand/)
})

test('What was held is let go by the send that succeeds, and not before', async () => {
  await sendSignedOut()
  const visit = await signedInAs(elif)
  const held = (await heldFor(elif.userId, form, ''))?.id ?? ''
  const sent = (fields: typeof written & { held?: string }) =>
    asVisitor(visit, () => openTicket(null, fill(form, elif, fields)))
  expect((await sent({ ...written, held, subject: '' })).report).not.toBeNull()
  await sent({ ...written, subject: 'Another thing' })
  expect(await db.$count(heldSubmissions)).toBe(1)
  await sent({ ...written, held })
  expect(await db.$count(heldSubmissions)).toBe(0)
})

test('After a day it is gone', async () => {
  await sendSignedOut()
  const age = (hours: number) =>
    transaction('test', tx =>
      tx.update(heldSubmissions).set({ expiresAt: sql`expires_at - make_interval(hours => ${hours})` }),
    )
  await age(23)
  expect(await heldFor(elif.userId, form, '')).not.toBeNull()
  await age(2)
  expect(await heldFor(elif.userId, form, '')).toBeNull()
})

test('A form that we did not make is not held', async () => {
  const data = fill(form, elif, written)
  data.set('k', 'made.up.by.somebody')
  await sendSignedOut(data)
  expect(await db.$count(heldSubmissions)).toBe(0)
})
