import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { ada as administrator, elif, mira, oskar, tom } from '#src/demo/cast.ts'
import { outlookOf } from '#src/inbound/outlook.ts'
import { outlookWords } from '#src/inbound/outlook-words.ts'
import { countHeld, receivedMail, receivedPage } from '#src/inbound/queries.ts'
import { rawPart } from '#src/inbound/raw-mail.ts'
import { receive } from '#src/inbound/receive.ts'
import { reject } from '#src/inbound/reject.ts'
import { readToRelease, release } from '#src/inbound/release.ts'
import { actorOf } from '#src/lib/actor.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { attachments } from '#src/lib/db/tables/files.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { asAdministrator } from '#src/people/policy.ts'
import { confirmFixed } from '#src/tickets/confirm-fixed.ts'
import { act, asked, bring, ledger, openDesk } from '#tests/support/desk.ts'
import { addressAbout, comesIn, mailbox, received } from '#tests/support/incoming.ts'
import { mailOf } from '#tests/support/mail-corpus.ts'
import { newColleague } from '#tests/support/newcomers.ts'

// The settings are read once, at the first use.
process.env.MAIL_AUTH_SERVER = 'mx.kelpbay.test'
beforeAll(openDesk)
const ada = asAdministrator(administrator)

const nobody = () => `${crypto.randomUUID()}@example.org`
const failed = { 'Authentication-Results': 'mx.kelpbay.test; dmarc=fail' }
const passed = { 'Authentication-Results': 'mx.kelpbay.test; dmarc=pass' }

/** The id of the mail that came last, which must be held for this reason. */
async function heldFor(concern: string, headers: Record<string, string>, text?: string): Promise<string> {
  expect(await comesIn(headers, text)).toMatchObject({ state: 'held', concern })
  return (await received()).at(-1)?.id ?? ''
}

type Said = { from?: string; seen?: 'waiting' | 'rejected' }

/** Releases a mail as an administrator would, after reading what will happen, and resolves to its ticket and those words. */
async function released(mailId: string, { from, seen = 'waiting' }: Said = {}, by = ada) {
  const before = await receivedMail(db, mailId)
  const beginning = (await rawPart(db, mailId)) ?? new Uint8Array()
  const words = before ? outlookWords(await outlookOf(db, before, beginning)).join(' ') : ''
  const mail = await readToRelease({ mailId })
  await transaction(by.userId, (tx, last) => release(tx, by, { mailId, from, seen }, mail, last))
  const { reference } = (await receivedMail(db, mailId)) ?? {}
  return { ...(await ledger(reference ?? '')), words }
}

async function anotherAdministrator() {
  const { userId: id, ...person } = await newColleague('admin')
  return asAdministrator(await actorOf(db, { id, ...person }))
}

const rejected = (mailId: string, by = ada) => transaction(by.userId, tx => reject(tx, by, { mailId }))

/** A signed address about this ticket whose signature is wrong by one letter. */
async function forgedAbout(reference: string) {
  const good = await addressAbout(reference, elif)
  return good.replace(/(.)@/, (_, last: string) => `${last === 'v' ? 'u' : 'v'}@`)
}

describe('A mail that is released goes where it would have gone', () => {
  test('from the requester, whose server proved nothing, onto their ticket', async () => {
    const reference = await asked()
    const To = await addressAbout(reference, elif)
    const mailId = await heldFor('not-the-sender', { From: elif.email, To, ...failed }, 'It is me.')
    const { ticket, messages, events, words } = await released(mailId)
    expect(ticket.reference).toBe(reference)
    expect(messages.at(-1)).toMatchObject({ body: 'It is me.', authorId: elif.userId, isInternal: false })
    expect(events.at(-1)).toMatchObject({ kind: 'wrote', byRequester: true })
    expect(words).toContain('It becomes a message of the customer on')
    expect(words).toContain('You vouch for it.')
  })

  test('from a stranger onto a new ticket, and they are told of it once', async () => {
    const From = nobody()
    const mailId = await heldFor('not-the-sender', { From, ...failed })
    const { ticket, mail, words } = await released(mailId)
    const [person] = await db.select().from(user).where(eq(user.email, From))
    expect(ticket).toMatchObject({ requesterId: person?.id, channel: 'email', status: 'open' })
    expect(mail).toMatchObject([{ kind: 'opened', toAddress: From }])
    expect(words).toContain('a mail there tells the reference')
  })

  test('from an agent who was sent the mail that it answers, as their reply', async () => {
    const reference = await asked()
    const To = await addressAbout(reference, mira)
    const mailId = await heldFor('unproven-agent', { From: mira.email, To }, 'We have found it.')
    const { ticket, messages, mail, words } = await released(mailId)
    expect(ticket).toMatchObject({ reference, status: 'pending' })
    expect(messages.at(-1)).toMatchObject({ body: 'We have found it.', authorId: mira.userId })
    expect(mail.at(-1)).toMatchObject({ kind: 'answered', toAddress: elif.email })
    expect(words).toContain('It becomes a reply of the agent')
  })

  test('and as a note where it answers what is internal', async () => {
    const reference = await asked()
    const To = await addressAbout(reference, mira, true)
    const mailId = await heldFor('unproven-agent', { From: mira.email, To }, 'Do not tell him.')
    const before = (await ledger(reference)).mail.length
    const { messages, mail, words } = await released(mailId)
    expect(messages.at(-1)).toMatchObject({ body: 'Do not tell him.', isInternal: true })
    expect(mail).toHaveLength(before)
    expect(words).toContain('It becomes an internal note')
  })

  test('with its files, and the mail stays as it came', async () => {
    const file = 'Content-Disposition: attachment; filename="map.txt"\n\nPier 4'
    const type = { 'Content-Type': 'multipart/mixed; boundary=part' }
    const text = `--part\n\nSee the map.\n--part\n${file}\n--part--\n`
    const mailId = await heldFor('not-the-sender', { From: nobody(), ...type, ...failed }, text)
    const [before] = (await received()).slice(-1)
    const { messages } = await released(mailId)
    const files = await db
      .select()
      .from(attachments)
      .where(eq(attachments.messageId, messages[0]?.id ?? ''))
    expect(files).toMatchObject([{ name: 'map.txt' }])
    expect((await received()).at(-1)?.raw).toEqual(before?.raw)
  })
})

describe('Believing the sender is all that a release does', () => {
  test('A wrong signature never leads to the ticket that it names, whoever sent it', async () => {
    const reference = await asked()
    const before = await ledger(reference)
    for (const From of [elif.email, mira.email, nobody()]) {
      const mailId = await heldFor('forged-mark', { From, To: await forgedAbout(reference), ...passed })
      const { ticket, words } = await released(mailId)
      expect(ticket.reference).not.toBe(reference)
      expect(words).toContain('it does not go there')
    }
    expect((await ledger(reference)).messages).toEqual(before.messages)
  })

  test('nor does the reference of that ticket beside it, or another doubt that comes first', async () => {
    const reference = await asked()
    const headers = { From: elif.email, To: await forgedAbout(reference), Subject: `Re: ${reference}` }
    const { ticket } = await released(await heldFor('not-the-sender', { ...headers, ...failed }))
    expect(ticket.reference).not.toBe(reference)
  })

  test('A forged In-Reply-To of somebody else makes a ticket of their own', async () => {
    const reference = await asked()
    const To = await addressAbout(reference, elif)
    const mailId = await heldFor('not-the-sender', { From: tom.email, To, ...failed })
    const { ticket } = await released(mailId)
    expect(ticket).toMatchObject({ requesterId: tom.userId })
    expect((await ledger(reference)).messages).toHaveLength(1)
  })

  test('An agent to whom the mail was not sent answers nobody', async () => {
    const reference = await asked()
    const headers = { From: oskar.email, To: await addressAbout(reference, mira), ...passed }
    const { ticket } = await released(await heldFor('not-sent-to-agent', headers))
    expect(ticket).toMatchObject({ requesterId: oskar.userId })
    expect((await ledger(reference)).messages).toHaveLength(1)
  })

  test('What the desk refused before becomes a ticket of its sender', async () => {
    const reference = await asked()
    await bring(reference, mira, { reply: 'Is it there?', status: 'solved' })
    await act(confirmFixed, elif, { reference })
    const headers = { From: mira.email, To: await addressAbout(reference, mira), ...passed }
    const { ticket } = await released(await heldFor('refused', headers))
    expect(ticket).toMatchObject({ requesterId: mira.userId })
    expect((await ledger(reference)).ticket.status).toBe('closed')
  })

  test('What a program sent stays what a program sent', async () => {
    const reference = await asked()
    await bring(reference, mira, { reply: 'Is it there?' })
    const headers = {
      From: elif.email,
      To: await addressAbout(reference, elif),
      'Auto-Submitted': 'auto-replied',
    }
    const mailId = await heldFor('not-the-sender', { ...headers, ...failed }, 'I am away.')
    const before = await ledger(reference)
    const { ticket, events, mail, words } = await released(mailId)
    expect(ticket).toMatchObject({ reference, status: 'pending', lastPublicAt: before.ticket.lastPublicAt })
    expect(events.at(-1)).toMatchObject({ kind: 'received', changes: [] })
    expect(mail).toEqual(before.mail)
    expect(words).toContain('changes nothing else there')
  })

  test('and where it has no ticket, its new one tells nobody', async () => {
    const headers = { From: nobody(), Precedence: 'bulk', ...failed }
    const { mail } = await released(await heldFor('not-the-sender', headers))
    expect(mail).toEqual([])
  })

  test('A mail of the desk that came back is released by nobody', async () => {
    const same = { 'Message-ID': '<same@kelpbay.test>' }
    await comesIn({ From: nobody(), ...same })
    const mailId = await heldFor('same-id', { From: nobody(), 'X-Loop': 'holdfast', ...same })
    await expect(released(mailId)).rejects.toThrow('a mail of this desk that came back')
    expect(await receivedMail(db, mailId)).toMatchObject({ state: 'held' })
  })
})

describe('A mail that does not say who wrote it', () => {
  test('is of whomever the administrator names, and is on their ticket where it answers that', async () => {
    const reference = await asked()
    const headers = { From: '', To: await addressAbout(reference, elif) }
    const mailId = await heldFor('no-sender', headers, 'It is me.')
    await expect(released(mailId)).rejects.toThrow('Enter the address of whoever wrote this mail')
    const { ticket, messages } = await released(mailId, { from: elif.email })
    expect(ticket.reference).toBe(reference)
    expect(messages.at(-1)).toMatchObject({ body: 'It is me.', authorId: elif.userId })
  })

  test('A mail that says it is never of somebody else', async () => {
    const From = nobody()
    const mailId = await heldFor('not-the-sender', { From, ...failed })
    await released(mailId, { from: elif.email })
    const { reference } = (await receivedMail(db, mailId)) ?? {}
    const { mail } = await ledger(reference ?? '')
    expect(mail).toMatchObject([{ toAddress: From }])
  })

  test('A mail that nothing can read is attached, whole, to words that say so', async () => {
    const raw = Buffer.concat([mailOf({ Subject: 'x'.repeat(1_200_000) }), Buffer.from([0xff, 0xfe])])
    expect(await receive(raw, mailbox)).toMatchObject({ concern: 'unreadable' })
    const mailId = (await received()).at(-1)?.id ?? ''
    await expect(released(mailId)).rejects.toThrow('Enter the address')
    const { ticket, messages } = await released(mailId, { from: nobody() })
    expect(ticket.subject).toBe('A mail that cannot be read')
    const files = await db
      .select()
      .from(attachments)
      .where(eq(attachments.messageId, messages[0]?.id ?? ''))
    expect(files).toMatchObject([{ name: 'mail.eml' }])
  })
})

describe('Two administrators decide', () => {
  test('about a release at once: it is done once, and the second reads what the first did', async () => {
    const other = await anotherAdministrator()
    const mailId = await heldFor('not-the-sender', { From: nobody(), ...failed })
    const ends = await Promise.allSettled([released(mailId), released(mailId, {}, other)])
    const [refused] = ends.flatMap(end => (end.status === 'rejected' ? [String(end.reason)] : []))
    const { reference, releasedBy } = (await receivedMail(db, mailId)) ?? {}
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(refused).toContain(`${releasedBy} has already released this mail. It is on the ticket`)
    await expect(rejected(mailId, other)).rejects.toThrow(/released this mail/)
    expect(reference).not.toBeNull()
  })

  test('A rejected mail waits no more, is released all the same, and not without a word', async () => {
    const other = await anotherAdministrator()
    const mailId = await heldFor('not-the-sender', { From: nobody(), ...failed })
    const before = await countHeld(db)
    await rejected(mailId)
    await rejected(mailId)
    expect(await countHeld(db)).toBe(before - 1)
    await expect(rejected(mailId, other)).rejects.toThrow(`${ada.name} has already rejected this mail.`)
    await expect(released(mailId, {}, other)).rejects.toThrow(
      `${ada.name} has rejected this mail in the meantime`,
    )
    await released(mailId, { seen: 'rejected' }, other)
    expect(await receivedMail(db, mailId)).toMatchObject({ rejectedBy: ada.name, releasedBy: other.name })
  })

  test('What was taken, set aside or never came is nobody’s to decide', async () => {
    await comesIn({ From: nobody() })
    const taken = (await received()).at(-1)?.id ?? ''
    await comesIn({ From: nobody(), 'X-Loop': 'holdfast' })
    const setAside = (await received()).at(-1)?.id ?? ''
    for (const mailId of [taken, setAside]) {
      await expect(released(mailId)).rejects.toThrow('This mail is not held')
      await expect(rejected(mailId)).rejects.toThrow('This mail is not held')
    }
    await expect(rejected(crypto.randomUUID())).rejects.toThrow('There is no such mail')
  })
})

test('What waits, what was decided and what is only to be known of are three lists without a mail in common', async () => {
  await comesIn({ From: nobody(), 'Return-Path': '<>', 'X-Loop': 'holdfast' })
  const lists = await Promise.all(
    (['waiting', 'decided', 'noted'] as const).map(async view => (await receivedPage(db, view)).mails),
  )
  const [waiting = [], decided = [], noted = []] = lists
  expect(lists.every(list => list.length > 0)).toBe(true)
  expect(waiting.every(mail => mail.state === 'held' && !mail.rejectedAt)).toBe(true)
  expect(decided.every(mail => mail.releasedAt ?? mail.rejectedAt)).toBe(true)
  expect(noted.every(mail => mail.state !== 'held' && !mail.releasedAt)).toBe(true)
  expect(await countHeld(db)).toBe(waiting.length)
})
