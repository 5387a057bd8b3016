import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { readMailbox } from '#src/inbound/mailboxes/read-mailbox.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { mailboxes, mailboxTries } from '#src/lib/db/tables/mailboxes.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { receivedMails } from '#src/lib/db/tables/received.ts'
import { mailboxAt } from '#src/lib/mailbox-address.ts'
import { openDesk } from '#tests/support/desk.ts'
import { ImapFolder } from '#tests/support/imap-folder.ts'
import { received } from '#tests/support/incoming.ts'
import { mailOf } from '#tests/support/mail-corpus.ts'
import { startImapServer } from '#tests/support/start-imap-server.ts'

const server = await startImapServer()
const never = new AbortController().signal
const soon = { timeout: 15_000, interval: 20 }

beforeEach(async () => {
  if (!(await db.$count(agents))) await openDesk()
  await transaction('test', async tx => {
    await tx.delete(mailboxes)
    await tx.delete(receivedMails)
  })
  server.folders.clear()
  server.folders.set('INBOX', new ImapFolder())
  server.answers = {}
  server.heard = []
})

function mailbox(more = '') {
  const found = mailboxAt(server.url(more))
  if (!found) throw new Error('The address cannot be read')
  return found
}

const mail = (subject: string) =>
  mailOf({ From: 'nell@example.org', Subject: subject, 'Message-ID': `<${subject}@example.org>` }, 'Hi')
const look = (more = '') => readMailbox(mailbox(more), never, { stays: false })
const subjects = async () => (await received()).map(({ subject }) => subject)
const standing = async () => (await db.select().from(mailboxes))[0]
const tries = () => db.select().from(mailboxTries)
const letMinutesPass = (mins: number) =>
  transaction('test', tx =>
    tx
      .update(mailboxTries)
      .set({ nextTryAt: sql`${mailboxTries.nextTryAt} - make_interval(mins => ${mins})` }),
  )

const leaseToSomebody = (mins: number) =>
  transaction('test', tx =>
    tx
      .update(mailboxes)
      .set({ leasedBy: crypto.randomUUID(), leasedUntil: sql`now() + make_interval(mins => ${mins})` })
      .where(eq(mailboxes.name, server.user)),
  )

describe('A mail that waits', () => {
  test('is taken in, and only then marked as read; the next look finds nothing', async () => {
    server.deliver(mail('one'))
    server.deliver(mail('two'))
    expect(await look()).toBe(true)
    expect(await subjects()).toEqual(['one', 'two'])
    expect(await received()).toMatchObject([{ mailbox: server.user, state: 'taken' }, { state: 'taken' }])
    expect(server.inboxNow()).toEqual([-1, -2])
    expect(await look()).toBe(false)
    expect(await standing()).toMatchObject({ fault: null, takenTo: 2, lookedAt: expect.any(Date) })
    expect(await tries()).toEqual([])
  })

  test('is taken in though somebody has read it, but not what was read before the desk first looked', async () => {
    server.deliver(mail('years-old'), ['\\Seen'])
    server.deliver(mail('unread'))
    await look()
    server.deliver(mail('read-elsewhere'), ['\\Seen'])
    await look()
    expect(await subjects()).toEqual(['unread', 'read-elsewhere'])
  })

  test('is moved to the folder that the settings name', async () => {
    const archive = server.folder('Taken in')
    server.deliver(mail('read'), ['\\Seen'])
    server.deliver(mail('unread'))
    await look('?move-to=Taken+in')
    expect([server.inbox.mails.length, archive.mails.length]).toEqual([0, 2])
    expect(await subjects()).toEqual(['read', 'unread'])
  })

  test('is taken in once, though two look at the same time', async () => {
    const names = Array.from({ length: 20 }, (_, at) => `mail-${at}`)
    for (const name of names) server.deliver(mail(name))
    await Promise.all([look(), look(), look()])
    await look()
    expect((await subjects()).sort()).toEqual([...names].sort())
    const fetched = server.heard.filter(said => /^UID FETCH .*BODY/.test(said))
    expect(new Set(fetched).size).toBe(fetched.length)
  })

  test('is taken in once when it cannot be marked: it is known when it comes again', async () => {
    server.deliver(mail('one'))
    server.answers['UID STORE'] = 'NO Not today'
    await look()
    expect(await tries()).toMatchObject([
      { uid: 1, tries: 1, fault: expect.stringContaining('mark it as read') },
    ])
    server.answers = {}
    await letMinutesPass(1)
    await look()
    expect([await subjects(), server.inboxNow(), await tries()]).toEqual([['one'], [-1], []])
  })

  test('is not doubled when the server numbers all anew, and none is lost', async () => {
    server.deliver(mail('one'))
    await look()
    server.deliver(mail('read-meanwhile'), ['\\Seen'])
    server.deliver(mail('two'))
    server.inbox.renumber()
    await look()
    await look()
    expect((await subjects()).sort()).toEqual(['one', 'read-meanwhile', 'two'])
    expect(await standing()).toMatchObject({ uidValidity: '2', takenTo: 103 })
  })
})

describe('A mail that cannot be taken in', () => {
  test('stops none of the others, even where it breaks the line, and is tried again later', async () => {
    for (const name of ['one', 'poison', 'three']) server.deliver(mail(name))
    server.answers['UID FETCH 2 '] = 'hang up'
    await expect(look()).rejects.toThrow()
    await look()
    expect(await subjects()).toEqual(['one', 'three'])
    expect(await tries()).toMatchObject([
      { uid: 2, tries: 1, fault: 'The mail server broke the connection.' },
    ])
    server.answers = {}
    await look()
    expect(await subjects()).toHaveLength(2)
    await letMinutesPass(1)
    await look()
    expect(await subjects()).toEqual(['one', 'three', 'poison'])
    expect(server.inboxNow()).toEqual([-1, -2, -3])
  })

  test('is left where it is after six tries', async () => {
    server.deliver(mail('poison'))
    server.answers['UID FETCH 1 '] = 'NO It is damaged'
    for (let times = 0; times < 8; times++) {
      await look()
      await letMinutesPass(400)
    }
    expect(await tries()).toMatchObject([{ uid: 1, tries: 6 }])
    expect(server.inboxNow()).toEqual([1])
  })

  test('is left where it is at once when it is too large, and never fetched', async () => {
    server.deliver(Buffer.alloc(40_000_001, 'x'))
    server.deliver(mail('small'))
    await look()
    expect(await subjects()).toEqual(['small'])
    expect(await tries()).toMatchObject([
      { uid: 1, tries: 6, fault: expect.stringContaining('larger than 40 MB') },
    ])
    expect(server.heard.some(said => /^UID FETCH 1 .*BODY/.test(said))).toBe(false)
  })
})

describe('Whoever stays', () => {
  test('takes in what comes at once, alone, and leaves when told to', async () => {
    const stopping = new AbortController()
    const staying = readMailbox(mailbox(), stopping.signal, { stays: true })
    for (const name of ['one', 'two', 'three']) {
      server.deliver(mail(name))
      await vi.waitFor(async () => expect(await subjects()).toContain(name), soon)
      await vi.waitFor(() => expect(server.heard.at(-1)).toBe('IDLE'), soon)
    }
    expect(await look()).toBe(false)
    expect(server.sessions.size).toBe(1)
    stopping.abort()
    expect(await staying).toBe(true)
    expect(server.heard).toContain('LOGOUT')
    expect(await look()).toBe(false)
    expect(server.heard.filter(said => said === 'LOGIN')).toHaveLength(2)
  })

  test('ends when the line breaks, so that another is opened', async () => {
    const staying = readMailbox(mailbox(), never, { stays: true })
    await vi.waitFor(() => expect(server.heard.at(-1)).toBe('IDLE'), soon)
    server.hangUp()
    expect(await staying).toBe(false)
    expect(await standing()).toMatchObject({ fault: null, leasedBy: null })
  })

  test('keeps the mailbox with each look, and leaves it to whoever has it instead', async () => {
    const staying = readMailbox(mailbox(), never, { stays: true })
    await vi.waitFor(() => expect(server.heard.at(-1)).toBe('IDLE'), soon)
    await transaction('test', tx => tx.update(mailboxes).set({ leasedUntil: sql`now()` }))
    server.deliver(mail('one'))
    await vi.waitFor(async () => expect((await standing())?.takenTo).toBe(1), soon)
    expect(await look()).toBe(false)
    await vi.waitFor(() => expect(server.heard.at(-1)).toBe('IDLE'), soon)
    await leaseToSomebody(3)
    server.deliver(mail('two'))
    expect(await staying).toBe(true)
    expect(await subjects()).toEqual(['one'])
  })

  test('and is killed, holds the mailbox for some minutes, and then another has it', async () => {
    await look()
    server.deliver(mail('one'))
    await leaseToSomebody(3)
    expect(await look()).toBe(false)
    await leaseToSomebody(0)
    expect(await look()).toBe(true)
  })
})

describe('A mailbox that cannot be read', () => {
  test.each([
    [
      'wrong password',
      () => ({ ...mailbox(), password: 'wrong' }),
      /does not accept the name and the password/,
    ],
    ['no such folder', () => mailbox('Nowhere'), /does not open the folder Nowhere/],
    ['nobody there', () => ({ ...mailbox(), port: 1 }), /refuses the connection/],
    ['no encryption', () => ({ ...mailbox(), tls: 'must-follow' as const }), /./],
  ])('says why, in words: %s', async (_, broken, words) => {
    const box = broken()
    await expect(readMailbox(box, never, { stays: false })).rejects.toThrow()
    expect((await standing())?.fault).toMatch(words)
    await readMailbox({ ...mailbox(), name: box.name }, never, { stays: false })
    expect(await standing()).toMatchObject({ fault: null, faultAt: null, lookedAt: expect.any(Date) })
  })
})
