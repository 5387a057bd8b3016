import { beforeAll, describe, expect, test } from 'vitest'
import { confirmFixed } from '#actions/tickets/confirm-fixed.ts'
import { endLink } from '#actions/tickets/end-link.ts'
import { reply } from '#actions/tickets/reply.ts'
import { reportNotFixed } from '#actions/tickets/report-not-fixed.ts'
import { tom } from '#src/demo/cast.ts'
import { db } from '#src/lib/db/client.ts'
import { drafts, heldSubmissions, submissions } from '#src/lib/db/tables/system.ts'
import { keptFor } from '#src/lib/forms/kept.ts'
import { linkFor } from '#src/lib/guest-link.ts'
import { attachmentFor } from '#src/tickets/attachment-for.ts'
import { myDrafts } from '#src/tickets/my-drafts.ts'
import { followUp } from '#src/tickets/open-ticket.ts'
import { myTicket } from '#src/tickets/portal-queries.ts'
import { chosen } from '#tests/support/chosen.ts'
import { act, ledger, openDesk } from '#tests/support/desk.ts'
import { fillAsGuest, guestTicket, letLinksRunOut, newestKey } from '#tests/support/guests.ts'
import { onRecord } from '#tests/support/identity.ts'
import { type Action, type Fields, send, shown } from '#tests/support/post.ts'
import { sinceThen, standing } from '#tests/support/standing.ts'
import { fill, newAddress, signedInAs, type Visit } from '#tests/support/visit.ts'

beforeAll(openDesk)

type Given = Awaited<ReturnType<typeof guestTicket>>

const from = (): Visit => ({ address: newAddress() })
const say = (body: string) => ({ body, seen: 1, language: '' })
const byLink = (
  action: Action,
  name: string,
  { by, key, reference }: Given,
  fields: Fields = {},
  visit = from(),
) => send(action, visit, fillAsGuest(name, by, key, { reference, ...fields }))

describe('Who comes by a link', () => {
  test('answers, says that it is fixed, and says that it is not, as the requester', async () => {
    const given = await guestTicket('solved')
    const { by, key, reference } = given
    expect((await byLink(reply, 'tickets.reply', given, say('One more thing.'))).redirect).toBe(
      `/guest/${key}?done=reply-sent`,
    )
    expect((await byLink(confirmFixed, 'tickets.confirm-fixed', given)).redirect).toBe(
      `/guest/${key}?done=confirmed`,
    )
    const wrong = await byLink(reportNotFixed, 'tickets.report-not-fixed', given, { body: 'It is not.' })
    expect(wrong.redirect).toBe(`/guest/${key}?done=not-fixed`)
    const { events } = await ledger(reference)
    expect(events.slice(-3)).toMatchObject(
      ['wrote', 'confirmed', 'disputed'].map(kind => ({ kind, actorId: by.userId, byRequester: true })),
    )
  })

  test('is the guest of that ticket also when somebody else is signed in on the browser', async () => {
    const given = await guestTicket()
    const end = await byLink(reply, 'tickets.reply', given, say('It is me.'), await signedInAs(tom))
    expect(end.redirect).toBe(`/guest/${given.key}?done=reply-sent`)
    expect((await ledger(given.reference)).messages.at(-1)).toMatchObject({ authorId: given.by.userId })
  })

  test('goes on with a closed ticket in a new one, whose link comes by mail alone', async () => {
    const given = await guestTicket('closed')
    const end = await byLink(reply, 'tickets.reply', given, say('It broke again.'))
    expect(end.redirect).toBe(`/guest/${given.key}?done=followed-up-by-mail`)
    const { mail } = await onRecord(given.by.email)
    expect(mail.filter(({ kind }) => kind === 'opened')).toHaveLength(2)
  })

  test('keeps a draft on the page of the link, and neither sees those of the account nor shows theirs there', async () => {
    const given = await guestTicket()
    const { by, reference } = given
    const saved = await byLink(reply, 'tickets.reply', given, {
      ...say('Half a sen'),
      intent: 'draft',
      draft: 0,
    })
    expect(saved.redirect).toContain('done=draft-kept')
    expect(await myDrafts(db, by)).toEqual([])
    const kept = await keptFor(by.userId, 'tickets.reply', `guest ${reference}`, true)
    expect(kept.draft?.values).toMatchObject({ body: 'Half a sen' })
    expect((await keptFor(by.userId, 'tickets.reply', reference, true)).draft).toBeNull()
  })

  test('leaves the key of the link nowhere in the database', async () => {
    const given = await guestTicket()
    await byLink(reply, 'tickets.reply', given, { ...say('Half a'), intent: 'draft', draft: 0 })
    await byLink(reply, 'tickets.reply', given, say('The whole.'))
    await letLinksRunOut(given.reference)
    await byLink(reply, 'tickets.reply', given, say('Too late.'))
    const rows = await Promise.all([
      db.select().from(submissions),
      db.select().from(drafts),
      db.select().from(heldSubmissions),
      onRecord(given.by.email),
    ])
    expect(JSON.stringify(rows)).not.toContain(given.key.slice(32))
  })
})

test('A file that a guest sends is on their ticket, and the link of another ticket of theirs does not get it', async () => {
  const one = await guestTicket()
  const other = await guestTicket('open', one.by.email)
  const form = fillAsGuest('tickets.reply', one.by, one.key, { reference: one.reference, ...say('See it.') })
  form.append('upload', chosen('trunk.txt', 'It is brown.'))
  expect((await send(reply, from(), form)).redirect).toBe(`/guest/${one.key}?done=reply-sent`)
  const guests = await Promise.all([one.key, other.key].map(key => linkFor(db, key)))
  const [guest, stranger] = guests.map(found => found?.guest)
  if (!guest || !stranger) throw new Error('A link opens nothing')
  const file = (await myTicket(db, guest, one.reference))?.messages.at(-1)?.files[0]
  expect(file?.name).toBe('trunk.txt')
  expect(await attachmentFor(db, guest, file?.id ?? '')).toMatchObject({ name: 'trunk.txt' })
  expect(await attachmentFor(db, stranger, file?.id ?? '')).toBeNull()
})

describe('A link that has run out while somebody wrote', () => {
  test('keeps what they sent: it is back in the form of the new link, and of no other page', async () => {
    const given = await guestTicket()
    const { by, key, reference } = given
    await letLinksRunOut(reference)
    const end = await byLink(reply, 'tickets.reply', given, say('The trunk is brown.'))
    expect(end).toMatchObject({ redirect: `/guest/${key}?done=kept-for-link`, setCookies: [] })
    expect((await ledger(reference)).messages).toHaveLength(1)
    const kept = await keptFor(by.userId, 'tickets.reply', `guest ${reference}`, true)
    expect(kept.held?.values).toMatchObject({ body: 'The trunk is brown.' })
    expect((await keptFor(by.userId, 'tickets.reply', reference, true)).held).toBeNull()
  })
})

describe('attack: a link', () => {
  test('Another ticket of the same person is not there for it, on pages, in forms, and by its files', async () => {
    const one = await guestTicket()
    const other = await guestTicket('open', one.by.email)
    const guest = (await linkFor(db, one.key))?.guest
    if (!guest) throw new Error('The link opens nothing')
    expect(await myTicket(db, guest, other.reference)).toBeNull()
    expect((await myTicket(db, guest, one.reference))?.reference).toBe(one.reference)
    expect(await attachmentFor(db, guest, crypto.randomUUID())).toBeNull()
    const before = await standing()
    for (const [action, name, fields] of [
      [reply, 'tickets.reply', say('Let me in.')],
      [confirmFixed, 'tickets.confirm-fixed', {}],
      [reportNotFixed, 'tickets.report-not-fixed', { body: 'Let me in.' }],
    ] as const) {
      const end = await byLink(action, name, { ...one, reference: other.reference }, fields)
      expect(shown(end).words).toBe('There is no such ticket for you. Check the reference.')
    }
    expect(sinceThen(before, await standing()).changed).toEqual([])
  })

  test('The tickets that follow it, and that it follows, are not shown to a guest', async () => {
    const { by, key, reference } = await guestTicket('closed')
    const { ticket } = await ledger(reference)
    await act((tx, actor) => followUp(tx, actor, ticket, { body: 'Again.' }), by, null)
    expect((await myTicket(db, by, reference))?.relatives.after).toHaveLength(1)
    const found = await linkFor(db, key)
    expect(found && (await myTicket(db, found.guest, reference))?.relatives).toEqual({
      before: [],
      after: [],
    })
  })

  test('Changed in any one of its characters, or cut, it opens nothing', async () => {
    const { key } = await guestTicket()
    const changed = Array.from(
      key,
      (sign, at) => key.slice(0, at) + (sign === '0' ? '1' : '0') + key.slice(at + 1),
    )
    for (const other of [
      ...changed,
      key.slice(1),
      `${key}0`,
      key.toUpperCase(),
      `${key.slice(0, 32)}${'0'.repeat(32)}`,
    ])
      if (other !== key) expect(await linkFor(db, other), other).toBeNull()
  })

  test('A form of a guest’s page counts for nothing without its link, not even to be kept for the account', async () => {
    const given = await guestTicket()
    const { by, key, reference } = given
    const form = fillAsGuest('tickets.reply', by, key, { reference, ...say('For the account.') })
    form.delete('link')
    const before = await standing()
    for (const visit of [from(), await signedInAs(by), await signedInAs(tom)])
      expect((await send(reply, visit, form)).redirect).toMatch(/^\/sign-in/)
    expect(sinceThen(before, await standing()).changed.filter(table => table !== 'session')).toEqual([])
  })

  test('A form of the account’s page does not count by a link', async () => {
    const { by, key, reference } = await guestTicket()
    const form = fill('tickets.reply', by, { reference, link: key, ...say('With the wrong page.') })
    expect(shown(await send(reply, from(), form)).words).toContain('for somebody else')
    expect((await ledger(reference)).messages).toHaveLength(1)
  })

  test('Ended between the page and the transaction, it is refused there', async () => {
    const given = await guestTicket()
    const sends = Array.from({ length: 5 }, (_, at) =>
      byLink(reply, 'tickets.reply', given, say(`Word ${at}`)),
    )
    const ended = send(endLink, from(), fill('tickets.end-link', null, { link: given.key }))
    const ends = await Promise.all([...sends, ended])
    const done = ends.slice(0, 5).filter(end => end.redirect !== null)
    expect((await ledger(given.reference)).messages).toHaveLength(1 + done.length)
    expect(shown(await byLink(reply, 'tickets.reply', given, say('After it.'))).words).toContain(
      'does not open',
    )
    expect(await newestKey(given.reference)).toBe(given.key)
  })
})
