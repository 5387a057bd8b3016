import { beforeAll, expect, test } from 'vitest'
import { openDesk } from '#tests/support/desk.ts'
import { received } from '#tests/support/incoming.ts'
import { mailOf } from '#tests/support/mail-corpus.ts'
import { proxyOwnDatabase } from '#tests/support/own-proxy.ts'
import { doorSecret, signedHeaders } from '#tests/support/signed-mail.ts'

process.env.MAIL_DOOR_SECRET = doorSecret
process.env.MAIL_REPLY_ADDRESS = 'support@kelpbay.test'
const proxy = await proxyOwnDatabase()
// The settings are read once, so they stand before the door is loaded.
const { takeAtDoor } = await import('#src/inbound/signed-door.ts')

beforeAll(openDesk)

const mail = (subject: string) =>
  mailOf({ From: 'nell@example.org', Subject: subject, 'Message-ID': `<${subject}@example.org>` }, 'Hi')

type Body = Buffer | ReadableStream<Uint8Array>

async function push(body: Body, headers: Record<string, string>) {
  const given = {
    method: 'POST',
    headers: { 'content-type': 'message/rfc822', ...headers },
    body: body instanceof ReadableStream ? body : new Uint8Array(body),
    duplex: 'half' as const,
  }
  const answer = await takeAtDoor(new Request('http://localhost:3000/api/mail', given))
  return { status: answer.status, words: await answer.text(), retryAfter: answer.headers.get('retry-after') }
}

const subjects = async () => (await received()).map(({ subject }) => subject)

test('A signed mail is taken, and sent again it is taken once', async () => {
  const body = mail('pushed')
  const first = await push(body, signedHeaders(body))
  expect(first).toMatchObject({
    status: 200,
    words: expect.stringMatching(/^The mail is on the ticket \w{4}-\w{4}\.\n$/),
  })
  const again = await push(body, signedHeaders(body, { id: 'msg_2' }))
  expect(again).toMatchObject({ status: 200, words: 'This mail came before, and nothing was done.\n' })
  expect(await received()).toMatchObject([
    { mailbox: 'support@kelpbay.test', subject: 'pushed', state: 'taken' },
  ])
})

test('A mail in a form is taken too', async () => {
  const head = '--b\r\nContent-Disposition: form-data; name="email"\r\n\r\n'
  const body = Buffer.concat([Buffer.from(head), mail('in-a-form'), Buffer.from('\r\n--b--')])
  const type = { 'content-type': 'multipart/form-data; boundary=b' }
  expect(await push(body, { ...signedHeaders(body), ...type })).toMatchObject({ status: 200 })
  expect(await subjects()).toContain('in-a-form')
})

test.each([
  ['no signature', () => ({})],
  ['the signature of another body', (body: Buffer) => signedHeaders(body, { signed: Buffer.from('other') })],
  [
    'a signature by another key',
    (body: Buffer) => signedHeaders(body, { secret: btoa('another key of enough bytes') }),
  ],
  [
    'a signature of ten minutes ago',
    (body: Buffer) => signedHeaders(body, { at: (Date.now() / 1000 - 600) | 0 }),
  ],
])('With %s nothing is kept', async (what, headers) => {
  const body = mail(what.replaceAll(' ', '-'))
  expect(await push(body, headers(body))).toMatchObject({ status: 401 })
  expect(await subjects()).not.toContain(what.replaceAll(' ', '-'))
})

test('What is no mail is refused for good', async () => {
  const body = Buffer.from('{"event":"opened"}')
  const answer = await push(body, { ...signedHeaders(body), 'content-type': 'application/json' })
  expect(answer).toMatchObject({ status: 400, words: expect.stringContaining('There is no mail in it') })
})

test('A mail that is too large is refused in words before it is read to its end', async () => {
  const announced = { ...signedHeaders(Buffer.alloc(0)), 'content-length': '50000000' }
  expect(await push(Buffer.from('short'), announced)).toMatchObject({ status: 413 })
  let sent = 0
  const endless = new ReadableStream<Uint8Array>({
    pull: stream => {
      sent += 1_000_000
      stream.enqueue(new Uint8Array(1_000_000))
    },
  })
  const answer = await push(endless, signedHeaders(Buffer.alloc(0)))
  expect(answer).toMatchObject({ status: 413, words: 'This desk takes mails of 40000000 bytes at most.\n' })
  expect(sent).toBeLessThan(45_000_000)
})

test('Four at most are read at once; who comes then is told to come again', async () => {
  const waiting: ReadableStreamDefaultController<Uint8Array>[] = []
  const slow = () => new ReadableStream<Uint8Array>({ start: stream => void waiting.push(stream) })
  const open = [1, 2, 3, 4].map(() => push(slow(), signedHeaders(Buffer.alloc(0))))
  const body = mail('one-too-many')
  expect(await push(body, signedHeaders(body))).toMatchObject({ status: 503, retryAfter: '5' })
  for (const stream of waiting) stream.close()
  expect((await Promise.all(open)).map(({ status }) => status)).toEqual([400, 400, 400, 400])
  expect(await push(body, signedHeaders(body))).toMatchObject({ status: 200 })
})

test('While the database is away the mail is to be sent again, and then it is taken once', async () => {
  const body = mail('while-away')
  await proxy.goAway()
  expect(await push(body, signedHeaders(body))).toMatchObject({ status: 503, retryAfter: '60' })
  await proxy.comeBack()
  expect(await push(body, signedHeaders(body))).toMatchObject({ status: 200 })
  expect((await subjects()).filter(subject => subject === 'while-away')).toHaveLength(1)
})
