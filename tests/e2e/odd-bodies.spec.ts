import http from 'node:http'
import { Readable } from 'node:stream'
import { type APIRequestContext, expect, test } from '@playwright/test'
import {
  boundary,
  expectReadable,
  formPage,
  hiddenFields,
  lastBoundary,
  multipart,
  part,
  post,
} from './support/raw-form.ts'

// Whatever is sent as a form, the answer is a page in words with a status of the sender's, never of a fault of ours.
const unreadable = /could not read what your browser sent/
const asForm = `multipart/form-data; boundary=${boundary}`

type Made = (fields: Record<string, string>) => Buffer
const typed = { email: 'somebody@kelpbay.test', password: 'not the password' }
const whole: Made = fields => multipart({ ...fields, ...typed })

const broken: [what: string, body: Made, type?: string][] = [
  ['Half a form', fields => whole(fields).subarray(0, -60)],
  ['A form that ends within a field', fields => whole(fields).subarray(0, -170)],
  ['A form without its last boundary', fields => whole(fields).subarray(0, -lastBoundary.length)],
  ['Nothing', () => Buffer.alloc(0)],
  ['A field without a head', () => Buffer.from(`--${boundary}\r\ngarbage`)],
  ['Text that is no form', () => Buffer.from('Hello')],
  ['A boundary that does not fit', whole, 'multipart/form-data; boundary=another'],
  ['No boundary', whole, 'multipart/form-data'],
  ['Fields for the state of the form that are no JSON', fields => multipart(withState(fields, '[{'))],
  ['A state that refers to what is not there', fields => multipart(withState(fields, '["$F9"]'))],
  ['A state in a thousand brackets', fields => multipart(withState(fields, '['.repeat(50_000)))],
  ['A state in as many closed brackets', fields => multipart(withState(fields, nested(50_000)))],
  [
    'A state with a number without end',
    fields => multipart(withState(fields, `["$n${'9'.repeat(100_000)}"]`)),
  ],
]

for (const [what, body, type = asForm] of broken) {
  test(`${what}: 400, in words`, async ({ request }) => {
    const headers = { 'content-type': type }
    await expectReadable(await sent(request, body, headers), 400, unreadable)
  })
}

const more =
  (...parts: Buffer[]): Made =>
  fields =>
    Buffer.concat([whole(fields).subarray(0, -lastBoundary.length), ...parts, lastBoundary])

const odd: [what: string, body: Made, words?: RegExp][] = [
  [
    'A NUL byte in a field',
    fields => multipart({ ...fields, ...typed, email: 'a\0b@kelpbay.test' }),
    /Take out the character/,
  ],
  ['Bytes that are no text', fields => withEmail(fields, Buffer.from([0x61, 0xed, 0xa0, 0x80, 0xff]))],
  ['A field twice', more(part('email', 'another@kelpbay.test'))],
  [
    'Ten thousand fields',
    more(...Array.from({ length: 10_000 }, (_, at) => part(`f${at}`, 'x'))),
    /more text than/,
  ],
  ['A field with a name of a megabyte', more(part('n'.repeat(1_000_000), 'x')), /more text than/],
  [
    'Names that programs give a meaning',
    more(part('__proto__', 'x'), part('constructor', 'x'), part('__proto__.a', 'x')),
  ],
  [
    'Names of a list',
    more(part('email[0]', 'x'), part('email[5000000]', 'x'), part('email.x', 'x'), part('body[]', 'x')),
  ],
  ['The fields of a form library', more(part('__intent__', 'garbage'), part('__state__', '{'))],
  ['A file in place of text', fields => withEmail(fields, Buffer.from('x'), '; filename="a.txt"')],
  ['A state that is another', fields => multipart({ ...withState(fields, '[{"result":5}]'), ...typed })],
  ['A state of too many parts', fields => multipart({ ...withState(fields, '[null,null,null]'), ...typed })],
]

for (const [what, body, words = /<title>Error: [^<]+/] of odd) {
  test(`${what}: the page again, in words`, async ({ request }) => {
    const answer = await sent(request, body, { 'content-type': asForm })
    await expectReadable(answer, 200, words)
  })
}

test('A body of fifty megabytes is refused in words, with its length announced and without, twenty at once', async ({
  request,
  baseURL,
}) => {
  const announced = await post(request, { body: Buffer.alloc(50 * mebi, 'a') })
  await expectReadable(announced, 413, /press Back/)
  const statuses = await Promise.all(Array.from({ length: 20 }, () => streamed(`${baseURL}${formPage}`)))
  expect(new Set(statuses)).toEqual(new Set([413]))
  expect((await request.get('/health')).status()).toBe(200)
})

const mebi = 1024 * 1024

async function sent(request: APIRequestContext, body: Made, headers: Record<string, string>) {
  return post(request, { body: body(await hiddenFields(request)), headers })
}

/** Posts fifty megabytes in chunks, as a browser does not but a program may. Resolves to the status. */
function streamed(address: string): Promise<number | undefined> {
  const headers = { accept: 'text/html', 'content-type': asForm }
  return new Promise((resolve, reject) => {
    const posting = http.request(address, { method: 'POST', headers }, answer => {
      answer.resume().on('end', () => resolve(answer.statusCode))
    })
    Readable.from(chunks()).pipe(posting.on('error', reject))
  })
}

function* chunks() {
  const chunk = Buffer.alloc(mebi, 'a')
  for (let sent = 0; sent < 50; sent++) yield chunk
}

function withState(fields: Record<string, string>, state: string) {
  const named = Object.keys(fields).filter(name => /^\$ACTION_\d+:1$/.test(name))
  expect(named).toHaveLength(1)
  return { ...fields, ...Object.fromEntries(named.map(name => [name, state])) }
}

function withEmail(fields: Record<string, string>, value: Buffer, head?: string): Buffer {
  const others = multipart({ ...fields, password: typed.password }).subarray(0, -lastBoundary.length)
  return Buffer.concat([others, part('email', value, head), lastBoundary])
}

function nested(deep: number) {
  return '['.repeat(deep) + ']'.repeat(deep)
}
