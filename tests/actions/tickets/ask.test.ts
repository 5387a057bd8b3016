import { eq, inArray } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { ask } from '#actions/tickets/ask.ts'
import { elif, mira } from '#src/demo/cast.ts'
import { db } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { signFormToken } from '#src/lib/forms/token.ts'
import { deskTicket } from '#src/tickets/desk-queries.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { reply } from '#src/tickets/reply.ts'
import { act, ledger, openDesk } from '#tests/support/desk.ts'
import { guestEmail, linksTo, newestKey } from '#tests/support/guests.ts'
import { onRecord } from '#tests/support/identity.ts'
import { type Fields, send, shown } from '#tests/support/post.ts'
import { sinceThen, standing } from '#tests/support/standing.ts'
import { fill, newAddress } from '#tests/support/visit.ts'

beforeAll(openDesk)

const asking = (email: string, more: Fields = {}) => ({
  name: 'Nell Quayle',
  email,
  subject: `My trunk ${crypto.randomUUID()}`,
  body: 'It went to the wrong island.',
  language: '',
  website: '',
  ...more,
})

const post = (email: string, more: Fields = {}, address = newAddress()) =>
  send(ask, { address }, fill('tickets.ask', null, asking(email, more)))

const ticketsOf = (email: string) =>
  db
    .select({ ticket: tickets })
    .from(tickets)
    .innerJoin(user, eq(user.id, tickets.requesterId))
    .where(inArray(user.email, [email]))
    .then(rows => rows.map(({ ticket }) => ticket))

describe('Somebody without an account', () => {
  test('has a ticket at once, and a mail with its reference and a link for it alone', async () => {
    const email = guestEmail()
    expect(await post(email, { language: 'nl' })).toMatchObject({ redirect: '/ask/sent', setCookies: [] })
    const [ticket] = await ticketsOf(email)
    expect(ticket).toMatchObject({
      status: 'open',
      priority: 'normal',
      channel: 'web',
      subjectLanguage: 'nl',
    })
    const { mail, accounts } = await onRecord(email)
    expect(accounts).toEqual([])
    expect(mail).toMatchObject([{ kind: 'opened', ticketId: ticket?.id }])
    const reference = ticket?.reference ?? ''
    const [link] = await linksTo(reference)
    const days = ((link?.expiresAt.getTime() ?? 0) - Date.now()) / 86_400_000
    expect(Math.round(days)).toBe(30)
    expect(mail[0]?.body).toContain(formatReference(reference))
    expect(mail[0]?.body).toContain(`/guest/${link?.id.replaceAll('-', '')}`)
    // What opens the ticket is not stored.
    expect(mail[0]?.body).not.toContain(await newestKey(reference))
  })

  test('who sends the same words again has one ticket and one mail', async () => {
    const [email, subject] = [guestEmail(), 'The same trunk']
    for (let at = 0; at < 3; at++) expect((await post(email, { subject })).redirect).toBe('/ask/sent')
    expect(await ticketsOf(email)).toHaveLength(1)
    expect((await onRecord(email)).mail).toHaveLength(1)
  })

  test('is shown to agents as not proven, until they have acted by the link', async () => {
    const email = guestEmail()
    await post(email)
    const [ticket] = await ticketsOf(email)
    const reference = ticket?.reference ?? ''
    expect((await deskTicket(db, mira, reference))?.guests).toEqual({ openLinks: 1, isUnproven: true })
    const { person } = await onRecord(email)
    const guest = { kind: 'customer' as const, userId: person?.id ?? '', name: '', email }
    await act(reply, guest, { reference, seen: 1, body: 'It is brown.' })
    expect((await deskTicket(db, mira, reference))?.guests.isUnproven).toBe(false)
  })
})

describe('attack: the form for everybody', () => {
  test('A thousand posts with the address of a victim mail it three times, and every ticket stays', async () => {
    const email = guestEmail()
    const ends = []
    for (let at = 0; at < 1000; at++) ends.push(await post(email))
    const done = ends.filter(end => end.redirect === '/ask/sent')
    expect(done).toHaveLength(50)
    expect(ends.filter(end => shown(end).words.includes('too many tries'))).toHaveLength(950)
    expect(await ticketsOf(email)).toHaveLength(50)
    expect((await onRecord(email)).mail).toHaveLength(3)
  }, 600_000)

  test('One network is refused after some posts in a row, whatever addresses it names, and loses no text', async () => {
    const address = newAddress()
    const ends = []
    for (let at = 0; at < 21; at++) ends.push(await post(guestEmail(), {}, address))
    expect(ends.slice(0, 20).every(end => end.redirect === '/ask/sent')).toBe(true)
    const last = ends.at(-1)
    expect(last && shown(last).words).toContain('too many tries')
    expect(last && shown(last).kept).toMatchObject({ body: 'It went to the wrong island.' })
  })

  test('The answer is the same for an address that is known and for one that is not', async () => {
    expect(await post(guestEmail())).toEqual(await post(elif.email))
  })

  test('The mail to whoever owns the address holds no word that was typed, and no link where they have a password', async () => {
    for (const email of [elif.email, guestEmail()]) {
      const typed = { name: 'EVIL NAME', subject: 'EVIL SUBJECT', body: 'EVIL BODY https://evil.test' }
      await post(email, typed)
      const mail = (await onRecord(email)).mail.at(-1)
      expect(JSON.stringify({ ...mail, error: '' })).not.toMatch(/EVIL|evil/)
      expect(mail?.toName).toBe('')
      expect(mail?.body.includes('/guest/')).toBe(email !== elif.email)
    }
  })

  test('Line breaks in name and subject are refused beside them, and add no header to any mail', async () => {
    const email = guestEmail()
    const typed = { name: 'Nell\nBcc: all@evil.test', subject: 'Trunk\r\nBcc: all@evil.test' }
    const end = await post(email, typed)
    expect(end.report?.result.error?.fieldErrors).toMatchObject({
      name: ['Write this on one line.'],
      subject: ['Write this on one line.'],
    })
    expect((await onRecord(email)).mail).toEqual([])
  })

  test('What a program writes into the empty field is told beside it, and nothing is written', async () => {
    const before = await standing()
    const end = await post(guestEmail(), { website: 'https://evil.test' })
    expect(shown(end).words).toContain('Leave this empty.')
    expect(shown(end).kept).toMatchObject({ body: 'It went to the wrong island.' })
    expect(shown(end).kept).not.toHaveProperty('website')
    expect(sinceThen(before, await standing()).changed).toEqual([])
  })

  test('A form that comes back within three seconds is kept, and the same form a moment later is taken', async () => {
    const email = guestEmail()
    const form = fill('tickets.ask', null, asking(email))
    form.set('k', signFormToken('tickets.ask', undefined, Date.now() - 2500))
    const visit = { address: newAddress() }
    const before = await standing()
    const early = await send(ask, visit, form)
    expect(shown(early).words).toContain('This came so fast')
    expect(shown(early).kept).toMatchObject({ body: 'It went to the wrong island.' })
    expect(early.report?.token).toBe(form.get('k'))
    expect(sinceThen(before, await standing()).changed).toEqual([])
    await expect
      .poll(async () => (await send(ask, visit, form)).redirect, { timeout: 5000 })
      .toBe('/ask/sent')
    expect(await ticketsOf(email)).toHaveLength(1)
  })

  test('A form from a page of yesterday is asked again, and loses nothing', async () => {
    const form = fill('tickets.ask', null, asking(guestEmail()))
    form.set('k', signFormToken('tickets.ask', undefined, Date.now() - 25 * 60 * 60 * 1000))
    const end = await send(ask, { address: newAddress() }, form)
    expect(shown(end).words).toContain('more than a day ago')
    expect(shown(end).kept).toMatchObject({ body: 'It went to the wrong island.' })
  })

  test('A stranger cannot give a known person another name', async () => {
    await post(elif.email, { name: 'Somebody Else' })
    expect((await onRecord(elif.email)).person?.name).toBe(elif.name)
    const newest = (await ticketsOf(elif.email)).at(-1)
    expect((await ledger(newest?.reference ?? '')).messages).toHaveLength(1)
  })
})
