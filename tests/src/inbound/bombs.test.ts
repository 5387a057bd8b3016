import { desc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { receive } from '#src/inbound/receive.ts'
import { db } from '#src/lib/db/client.ts'
import { DbError } from '#src/lib/db/errors.ts'
import { attachments } from '#src/lib/db/tables/files.ts'
import { receivedMails } from '#src/lib/db/tables/received.ts'
import { openDesk } from '#tests/support/desk.ts'
import { mailbox, ticketOf } from '#tests/support/incoming.ts'

beforeAll(openDesk)

const lines = (...all: string[]) => all.join('\r\n')
const many = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at))
const mixed = 'Content-Type: multipart/mixed; boundary=b'
const headed = (...rest: string[]) =>
  lines(`From: ${crypto.randomUUID()}@example.org`, 'To: support@kelpbay.test', ...rest)

const megabyte = 1_000_000
/** A mail inside a mail, so many times. */
const nested = (depth: number) =>
  many(depth, at => `Subject: ${at}\r\nContent-Type: message/rfc822\r\n\r\n`).join('')

/** Mails that were made to cost whoever reads them, and what becomes of each: a ticket, or the administrators have it. */
const bombs: [what: string, mail: () => string, becomes: 'taken' | 'held'][] = [
  [
    '500 mails inside each other',
    () => headed(`${mixed}\r\n`, '--b', 'Content-Type: message/rfc822\r\n', nested(500), '--b--'),
    'taken',
  ],
  [
    '500 mails inside each other, and nothing else',
    () => headed(`MIME-Version: 1.0\r\n${nested(500)}`),
    'taken',
  ],
  [
    '90 parts inside each other',
    () =>
      headed(
        'Subject: deep',
        ...many(90, at => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}`),
        '',
        'Hi',
      ),
    'taken',
  ],
  [
    '2,000 parts inside each other',
    () =>
      headed(
        'Subject: deep',
        ...many(2000, at => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}`),
        '',
        'Hi',
      ),
    'held',
  ],
  [
    '10,000 parts',
    () =>
      headed(
        mixed,
        '',
        ...many(10_000, at => `--b\r\nContent-Type: application/x-p; name=${at}\r\n\r\n${at}`),
        '--b--',
      ),
    'taken',
  ],
  [
    '10,000 texts',
    () => headed(mixed, '', ...many(10_000, at => `--b\r\nContent-Type: text/plain\r\n\r\n${at}`), '--b--'),
    'taken',
  ],
  ['a header of 5 MB', () => headed(`X-Long: ${'x'.repeat(5 * megabyte)}`, '', 'Hi'), 'held'],
  [
    '5 MB of small headers',
    () => headed(many(250_000, at => `X-${at}: some words`).join('\r\n'), '', 'Hi'),
    'held',
  ],
  [
    'a header of a part of 5 MB',
    () => headed(mixed, '', '--b', `X-Long: ${'x'.repeat(5 * megabyte)}`, '', 'Hi', '--b--'),
    'held',
  ],
  [
    'a header in 100,000 lines',
    () => headed('Subject: a', many(100_000, () => ' b').join('\r\n'), '', 'Hi'),
    'taken',
  ],
  [
    '1,000 readers',
    () => headed(`Cc: ${many(1000, at => `reader-${at}@example.org`).join(', ')}`, '', 'Hi'),
    'taken',
  ],
  [
    'brackets in a sender that never end',
    () => lines(`From: ${'('.repeat(900_000)} a@example.org`, '', 'Hi'),
    'taken',
  ],
  ['quotes and brackets among the readers', () => headed(`To: ${'"<('.repeat(250_000)}`, '', 'Hi'), 'taken'],
  [
    '50,000 encoded words in a subject',
    () => headed(`Subject: ${many(50_000, () => '=?utf-8?Q?=C3?=').join(' ')}`, '', 'Hi'),
    'taken',
  ],
  [
    '50,000 ids',
    () => headed(`References: ${many(50_000, at => `<${at}@a.b>`).join(' ')}`, '', 'Hi'),
    'taken',
  ],
  [
    '20,000 pieces of a name',
    () =>
      headed(
        mixed,
        '',
        '--b',
        `Content-Disposition: attachment; ${many(20_000, at => `filename*${at}*=a`).join(';')}`,
        '',
        'x',
        '--b--',
      ),
    'taken',
  ],
  ['100,000 lines of text', () => headed('', 'It stands there. \r\n'.repeat(100_000)), 'taken'],
  ['6 MB of quotes', () => headed('', '> '.repeat(3 * megabyte)), 'taken'],
  ['5 MB of HTML', () => headed('Content-Type: text/html', '', '<div><p>x'.repeat(500_000)), 'taken'],
  ['HTML that is all tags', () => headed('Content-Type: text/html', '', '<'.repeat(5 * megabyte)), 'taken'],
  ['40,000 small files in its text', () => headed('', 'begin 644 x\r\n`\r\nend\r\n'.repeat(40_000)), 'taken'],
  [
    'letters that cannot be read, in 4 MB',
    () =>
      headed(
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        '=FF=FE\r\n'.repeat(500_000),
      ),
    'taken',
  ],
  [
    'broken base64 of 8 MB',
    () => headed('Content-Transfer-Encoding: base64', '', '====!!!!'.repeat(megabyte)),
    'taken',
  ],
]

const patience = 120_000

/** Hands a mail over as a server does: again, where the desk had no time for it. */
async function handedOver(raw: Buffer, tries = 4): ReturnType<typeof receive> {
  return receive(raw, mailbox).catch(error => {
    if (tries === 0 || !(error instanceof DbError)) throw error
    return handedOver(raw, tries - 1)
  })
}

test.each(bombs)(
  'A mail with %s is taken in, in bounded time',
  async (_, mail, becomes) => {
    const raw = Buffer.from(mail(), 'latin1')
    const placed = await handedOver(raw)
    expect(placed).toMatchObject({ state: becomes })
    expect(placed).not.toMatchObject({ concern: 'fault' })
    const [kept] = await db
      .select({ size: receivedMails.size })
      .from(receivedMails)
      .orderBy(desc(receivedMails.receivedAt))
      .limit(1)
    expect(kept?.size).toBe(raw.length)
    if (becomes === 'held') return
    const { ticket, messages } = await ticketOf(placed)
    expect(ticket.subject.length).toBeLessThanOrEqual(200)
    expect(messages[0]?.body.length).toBeLessThanOrEqual(50_000)
    expect(
      await db.$count(attachments, eq(attachments.messageId, messages[0]?.id ?? '')),
    ).toBeLessThanOrEqual(100)
  },
  patience,
)
