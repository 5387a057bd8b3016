import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { elif, mira, oskar, tom } from '#src/demo/cast.ts'
import { receive } from '#src/inbound/receive.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { attachments, files } from '#src/lib/db/tables/files.ts'
import { account, user } from '#src/lib/db/tables/identity.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { confirmFixed } from '#src/tickets/confirm-fixed.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { act, asked, bring, ledger, openDesk } from '#tests/support/desk.ts'
import { addressAbout, comesIn, countTickets, mailbox, received, ticketOf } from '#tests/support/incoming.ts'
import { corpus, fromCorpus, mailOf } from '#tests/support/mail-corpus.ts'
import { oddMails } from '#tests/support/odd-mails.ts'

beforeEach(async () => {
  if (!(await db.$count(agents))) await openDesk()
})

const from = ({ name, email }: { name: string; email: string }) => ({ From: `${name} <${email}>` })
const nobody = () => `${crypto.randomUUID()}@example.org`

describe('A stranger writes', () => {
  test('and becomes a customer without a password, with a ticket and a mail that tells its reference', async () => {
    const address = nobody()
    const { ticket, messages, events, mail } = await ticketOf(
      await comesIn({ From: `Nell <${address.toUpperCase()}>` }, 'Where is it?\n\n-- \nNell'),
    )
    const [person] = await db.select().from(user).where(eq(user.id, ticket.requesterId))
    expect(person).toMatchObject({ name: 'Nell', email: address, emailVerified: false })
    expect(await db.$count(account, eq(account.userId, ticket.requesterId))).toBe(0)
    expect(ticket).toMatchObject({ subject: 'My bicycle', channel: 'email', status: 'open' })
    expect(messages).toMatchObject([{ body: 'Where is it?', isInternal: false, authorId: person?.id }])
    expect(events).toMatchObject([{ kind: 'opened', byRequester: true }])
    expect(mail).toMatchObject([{ kind: 'opened', toAddress: address }])
  })

  test('and not a word of theirs stands in that mail, which may reach somebody else', async () => {
    const { mail } = await ticketOf(
      await comesIn({ From: `Cheap pills evil.test <${nobody()}>`, Subject: 'Cheap pills' }, 'Cheap pills'),
    )
    expect(mail).toHaveLength(1)
    expect(`${mail[0]?.subject} ${mail[0]?.body}`).not.toMatch(/pills|evil/)
  })

  test('and an address gets few of these mails, however often it is named', async () => {
    const address = nobody()
    const mails: number[] = []
    for (let time = 0; time < 6; time += 1) {
      const { mail } = await ticketOf(await comesIn({ From: address, Subject: `Number ${time}` }))
      mails.push(mail.length)
    }
    expect(mails).toEqual([1, 1, 1, 0, 0, 0])
  })
})

describe('A mail is taken once', () => {
  test('also when it comes again by another way, and by several at once', async () => {
    const headers = { From: nobody(), 'Message-ID': `<${crypto.randomUUID()}@example.org>` }
    const before = await countTickets()
    const ways = [1, 2, 3, 4].map(way => comesIn({ Received: `by mx${way}.test`, ...headers }))
    const placed = await Promise.all(ways)
    expect(placed.filter(one => one === 'received-before')).toHaveLength(3)
    expect(await countTickets()).toBe(before + 1)
  })

  test('also without an id', async () => {
    const raw = mailOf({ From: nobody(), Subject: 'No id' }, 'Hi')
    expect(await receive(raw, mailbox)).toMatchObject({ state: 'taken' })
    expect(await receive(raw, mailbox)).toBe('received-before')
  })

  test('and one that has the id of another is held, not lost', async () => {
    const headers = { From: nobody(), 'Message-ID': `<${crypto.randomUUID()}@example.org>` }
    await comesIn(headers, 'One')
    expect(await comesIn(headers, 'Two')).toEqual({ state: 'held', concern: 'same-id', reference: null })
  })

  test('and stays as it came', async () => {
    const raw = mailOf({ From: nobody(), Subject: 'Bytes' }, 'H\u00EF \u0000\u0001')
    await receive(raw, mailbox)
    const kept = (await received()).find(mail => mail.subject === 'Bytes')
    expect(Buffer.from(kept?.raw ?? []).equals(raw)).toBe(true)
  })
})

describe('A requester answers', () => {
  test.each([
    ['open', 'open', 0],
    ['pending', 'open', 0],
    ['solved', 'open', 1],
  ] as const)('and a ticket that is %s is %s then', async (status, then, reopened) => {
    const reference = await asked()
    if (status !== 'open') await bring(reference, mira, { status })
    const placed = await comesIn({ ...from(elif), To: await addressAbout(reference, elif) }, 'Still there?')
    const { ticket, messages, events } = await ledger(reference)
    expect(placed).toEqual({ state: 'taken', concern: null, reference })
    expect(ticket).toMatchObject({ status: then, reopenCount: reopened })
    expect(messages.at(-1)).toMatchObject({ body: 'Still there?', authorId: elif.userId, isInternal: false })
    expect(events.at(-1)).toMatchObject({ kind: 'wrote', byRequester: true })
  })

  test('and what is closed stays closed: a new ticket follows it', async () => {
    const reference = await asked()
    await bring(reference, mira, { status: 'solved' })
    await act(confirmFixed, elif, { reference })
    const before = await ledger(reference)
    const placed = await comesIn({ ...from(elif), To: await addressAbout(reference, elif) }, 'It came back')
    const { ticket, messages } = await ticketOf(placed)
    expect(ticket).toMatchObject({ followUpOfId: before.ticket.id, status: 'open', channel: 'email' })
    expect(messages).toMatchObject([{ body: 'It came back', authorId: elif.userId }])
    expect(await ledger(reference)).toEqual(before)
  })

  test('but an agent does not go on with what is closed: the mail is held', async () => {
    const reference = await asked()
    await bring(reference, mira, { status: 'solved' })
    await act(confirmFixed, elif, { reference })
    const before = await ledger(reference)
    const placed = await comesIn({ ...from(mira), To: await addressAbout(reference, mira) })
    expect(placed).toEqual({ state: 'held', concern: 'refused', reference: null })
    expect(await ledger(reference)).toEqual(before)
  })

  test('by the reference in the subject alone', async () => {
    const reference = await asked()
    const Subject = `Re: [${formatReference(reference)}] ferry`
    expect(await comesIn({ ...from(elif), Subject })).toMatchObject({ state: 'taken', reference })
    expect((await ledger(reference)).messages).toHaveLength(2)
  })
})

describe('Files come with a mail', () => {
  const named = 'attachment_emails--attachment_with_quoted_filename.eml'
  const attachedTo = (messageId = '') =>
    db
      .select({ name: attachments.name, size: files.size, type: files.type })
      .from(attachments)
      .innerJoin(files, eq(files.hash, attachments.fileHash))
      .where(eq(attachments.messageId, messageId))

  test('and belong to the message that it became', async () => {
    const { messages } = await ticketOf(await receive(fromCorpus(named), 'files@kelpbay.test'))
    expect(await attachedTo(messages[0]?.id)).toMatchObject([
      { name: 'Eelanalüüsi päring.jpg', type: 'image/jpeg' },
    ])
  })

  test('and to a note, where an agent answers an internal mail', async () => {
    const reference = await asked()
    const headers = {
      ...from(mira),
      To: await addressAbout(reference, mira, true),
      'Content-Type': 'multipart/mixed; boundary=b',
    }
    const text =
      '--b\n\nLook.\n--b\nContent-Disposition: attachment; filename="../log.txt"\n\nall of it\n--b--\n'
    await comesIn(headers, text)
    const last = (await ledger(reference)).messages.at(-1)
    expect(last).toMatchObject({ isInternal: true, body: expect.stringContaining('Look.') })
    expect(await attachedTo(last?.id)).toMatchObject([{ name: 'log.txt', type: 'text/plain' }])
  })
})

describe('Somebody else names the ticket', () => {
  test.each(['signed', 'named'] as const)('and gets one of their own, to be looked at: %s', async way => {
    const reference = await asked()
    const headers: Record<string, string> =
      way === 'signed' ? { To: await addressAbout(reference, elif) } : { Subject: formatReference(reference) }
    const placed = await comesIn({ ...from(tom), ...headers })
    expect(placed).toMatchObject({ state: 'taken', concern: 'other-sender' })
    expect((await ticketOf(placed)).ticket).toMatchObject({ requesterId: tom.userId, followUpOfId: null })
    expect((await ledger(reference)).messages).toHaveLength(1)
  })

  test('with a wrong signature, and the mail is held', async () => {
    const address = await addressAbout(await asked(), elif)
    const forged = address.replace(/(.)@/, (_, last) => `${last === '0' ? '1' : '0'}@`)
    expect(await comesIn({ ...from(elif), To: forged })).toMatchObject({
      state: 'held',
      concern: 'forged-mark',
    })
  })
})

describe('An agent answers by mail', () => {
  test('a mail that was sent to them: the customer gets the words', async () => {
    const reference = await asked()
    await comesIn({ ...from(mira), To: await addressAbout(reference, mira) }, 'We have it.')
    const { ticket, messages, events, mail } = await ledger(reference)
    expect(ticket.status).toBe('pending')
    expect(messages.at(-1)).toMatchObject({ body: 'We have it.', authorId: mira.userId, isInternal: false })
    expect(events.at(-1)).toMatchObject({ kind: 'replied' })
    expect(mail.at(-1)).toMatchObject({ kind: 'answered', toAddress: elif.email })
  })

  test('an internal mail: it stays internal', async () => {
    const reference = await asked()
    await comesIn({ ...from(mira), To: await addressAbout(reference, mira, true) }, 'Who has it?')
    const { ticket, messages, mail } = await ledger(reference)
    expect(ticket.status).toBe('open')
    expect(messages.at(-1)).toMatchObject({ body: 'Who has it?', isInternal: true })
    expect(mail).toHaveLength(1)
  })

  test.each(['signed for a colleague', 'named in the subject'] as const)(
    'another mail: held, %s',
    async way => {
      const reference = await asked()
      const headers: Record<string, string> =
        way === 'named in the subject'
          ? { Subject: formatReference(reference) }
          : { To: await addressAbout(reference, oskar) }
      const placed = await comesIn({ ...from(mira), ...headers })
      expect(placed).toMatchObject({ state: 'held', concern: 'not-sent-to-agent' })
      expect((await ledger(reference)).messages).toHaveLength(1)
    },
  )
})

describe('A program writes', () => {
  test('for a requester who is away: it is appended for agents and changes nothing', async () => {
    const reference = await asked()
    await bring(reference, mira, { status: 'solved' })
    const before = await ledger(reference)
    const headers = {
      ...from(elif),
      To: await addressAbout(reference, elif),
      'Auto-Submitted': 'auto-replied',
    }
    await comesIn(headers, 'I am away.')
    const { ticket, messages, events, mail } = await ledger(reference)
    expect(messages.at(-1)).toMatchObject({ body: 'I am away.', isInternal: true })
    expect(events.at(-1)).toMatchObject({ kind: 'received', changes: [] })
    expect(mail).toEqual(before.mail)
    const { lastEventSeq, updatedAt, ...rest } = before.ticket
    expect(ticket).toMatchObject(rest)
  })

  test('a report that a mail did not arrive, and it stands on the ticket of that mail', async () => {
    const reference = await asked()
    const raw = mailOf(
      {
        From: 'Mail Delivery System <MAILER-DAEMON@mx.example.org>',
        To: await addressAbout(reference, elif),
        Subject: 'Undelivered Mail',
        'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b',
      },
      '--b\n\nNo such person.\n--b\nContent-Type: message/delivery-status\n\nAction: failed\nStatus: 5.1.1\n--b--\n',
    )
    expect(await receive(raw, mailbox)).toMatchObject({ state: 'taken', reference })
    const { messages, events, mail } = await ledger(reference)
    expect(messages.at(-1)).toMatchObject({
      body: expect.stringMatching(/^No such person\./),
      isInternal: true,
    })
    expect([events.at(-1)?.kind, mail.length]).toEqual(['received', 1])
  })

  test('of its own accord: it makes a ticket, and nothing answers', async () => {
    const { mail } = await ticketOf(await comesIn({ From: nobody(), Precedence: 'bulk' }))
    expect(mail).toEqual([])
  })

  test('what this desk wrote: it is set aside', async () => {
    expect(await comesIn({ 'X-Loop': 'holdfast' })).toMatchObject({ state: 'set-aside', concern: 'loop' })
  })

  test('and two that answer each other stop by themselves', async () => {
    const address = nobody()
    let answers = 0
    for (let round = 0; round < 10; round += 1) {
      const placed = await comesIn({ From: address, Subject: `I am away ${round}` }, 'I am away.')
      const { mail } = await ticketOf(placed)
      answers += mail.length
      if (mail.length === 0) break
    }
    expect(answers).toBe(3)
  })

  test('and so do two that say nothing of it, a customer and an agent between whom the desk passes mails on', async () => {
    const reference = await asked()
    const [ofElif, ofMira] = [await addressAbout(reference, elif), await addressAbout(reference, mira)]
    const answers = async (round: number) => {
      await comesIn({ ...from(elif), To: ofElif }, `I am away until day ${round}.`)
      await comesIn({ ...from(mira), To: ofMira }, `I am at sea until day ${round}.`)
    }
    for (let round = 0; round < 10; round += 1) await answers(round)
    const before = await ledger(reference)
    expect(before.messages.slice(1).every(({ isInternal }) => !isInternal)).toBe(true)
    await answers(10)
    const after = await ledger(reference)
    expect(after.messages.slice(-2)).toMatchObject([
      { body: 'I am away until day 10.', isInternal: true },
      { body: 'I am at sea until day 10.', isInternal: true },
    ])
    expect(after.events.slice(-2)).toMatchObject([{ kind: 'received' }, { kind: 'received' }])
    expect([after.ticket.status, after.mail.length]).toEqual([before.ticket.status, before.mail.length])
    expect((await received()).slice(-2)).toMatchObject([{ concern: 'too-many' }, { concern: 'too-many' }])
  })
})

test.each([{ From: '' }, { From: 'a@b.test\r\nFrom: c@d.test' }, { From: 'a@b.test, c@d.test' }])(
  'Without one certain sender a mail is held: %o',
  async headers => {
    expect(await comesIn(headers)).toMatchObject({ state: 'held', concern: 'no-sender' })
  },
)

test('What no program can read is kept, and said', async () => {
  const parts = Array.from(
    { length: 500 },
    (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`,
  )
  const placed = await receive(Buffer.from(`From: a@b.test\n${parts.join('')}`), mailbox)
  expect(placed).toEqual({ state: 'held', concern: 'unreadable', reference: null })
})

test('The database refuses to change a mail that came in', async () => {
  await comesIn({ From: nobody() })
  const { receivedMails } = await import('#src/lib/db/tables/received.ts')
  const change = transaction('test', tx => tx.update(receivedMails).set({ raw: new Uint8Array() }))
  await expect(change).rejects.toThrow()
})

test('Every mail of the corpus is received without a fault', async () => {
  const named = [...corpus('.eml'), ...corpus('.html'), ...corpus('.txt')]
  for (const name of named) {
    const placed = await receive(fromCorpus(name), `corpus ${name}@kelpbay.test`)
    expect(placed, name).not.toBe('received-before')
    if (placed !== 'received-before')
      expect(['fault', 'unreadable', 'refused'], name).not.toContain(placed.concern)
  }
  expect(named).toHaveLength(73)
}, 120_000)

test('Every odd mail is received without a fault, and kept', async () => {
  for (const [kind, raw] of Object.entries(oddMails)) {
    const placed = await receive(raw, `odd ${kind}@kelpbay.test`)
    expect(placed, kind).not.toBe('received-before')
    if (placed !== 'received-before')
      expect(['fault', 'unreadable', 'refused'], kind).not.toContain(placed.concern)
  }
}, 120_000)
