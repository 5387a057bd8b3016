import { EventEmitter, once } from 'node:events'
import net from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { compressed } from '#src/lib/http/compression.ts'
import { full, head, lean, long, pages, parts } from './light-answers.ts'
import { compress } from './next-answers.ts'
import { type Answered, watchedServer } from './watched-server.ts'

const steps = new EventEmitter()
const { ask, port } = watchedServer(async (request, response) => {
  compress(request, response, () => {})
  response.on('no room', () => steps.emit('stalled'))
  response.on('close', () => steps.emit('closed'))
  const path = request.url ?? ''
  if (path in pages) return pages[path]?.(response)
  head(response).write('<h1>The first part</h1>')
  steps.emit('begun')
  if (path === '/slow') await once(steps, 'first part read')
  if (path === '/left') await once(steps, 'closed')
  response.end('<script>a()</script><p>The rest</p>')
})

const light = { 'save-data': 'on' }
const unpacked: Record<string, (raw: Buffer) => Buffer> = {
  br: raw => brotliDecompressSync(raw),
  gzip: raw => gunzipSync(raw),
  identity: raw => raw,
}

describe.each(['/page', '/drops', '/whole'])('a page in the light version (%s)', path => {
  test.each([
    ['gzip, deflate, br', 'br'],
    ['gzip, deflate', 'gzip'],
    ['gzip, br;q=0.5', 'gzip'],
    ['deflate', 'identity'],
    ['br;q=0, *;q=0.1', 'gzip'],
    ['', 'identity'],
  ])('for a client that accepts “%s” it is sent as %s, whole', async (accepts, encoding) => {
    const { headers, raw } = await ask(path, { headers: { ...light, 'accept-encoding': accepts } })
    expect(headers['content-encoding'] ?? 'identity').toBe(encoding)
    expect(headers['content-length']).toBe(String(raw.length))
    expect(unpacked[encoding]?.(raw).toString()).toBe(lean)
    expectScriptless(headers)
  })
})

test('a long page is compressed better for who reads the light version, and is whole', async () => {
  const accepting = { 'accept-encoding': 'br' }
  const { raw, headers } = await ask('/long', { headers: { ...light, ...accepting } })
  expect(brotliDecompressSync(raw).toString()).toBe(long)
  expect(headers['content-length']).toBe(String(raw.length))
  expect(raw.length).toBeLessThan(compressed(Buffer.from(long), 'br').length * 0.97)
  const quick = await ask('/long', { headers: accepting })
  expect(quick.raw.length).toBeGreaterThan(raw.length)
})

test('a page whose head is written by hand, and may be compressed by then, forbids its scripts at least', async () => {
  const { headers, raw } = await ask('/head-by-hand', {
    headers: { ...light, 'accept-encoding': 'gzip, br' },
  })
  expect(gunzipSync(raw).toString()).toBe(full)
  expect(headers['content-security-policy']).toContain("script-src 'none'")
})

test('who asks for the head alone gets that of the page', async () => {
  const { headers, body } = await ask('/whole', { method: 'HEAD', headers: light })
  expectScriptless(headers)
  expect([headers['content-length'], body]).toEqual([undefined, ''])
})

test.each([
  ['/nothing', 204],
  ['/moved', 303],
  ['/unchanged', 304],
  ['/empty', 200],
])('an answer without a body has none (%s)', async (path, status) => {
  const answer = await ask(path, { headers: { ...light, 'accept-encoding': 'br' } })
  expect([answer.status, answer.raw.length]).toEqual([status, 0])
})

test.each<[string, Record<string, string>]>([
  ['/page', { ...light, rsc: '1' }],
  ['/page', { ...light, 'next-action': 'x' }],
  ['/json', light],
])('what is no page goes out untouched: %s %j', async (path, headers) => {
  const plain = await ask(path, { headers })
  expect(plain.body).toContain('self.__next_f')
  expect(plain.headers['content-security-policy'] ?? 'of a page').not.toContain("'none'")
  const gzip = await ask(path, { headers: { ...headers, 'accept-encoding': 'gzip, br' } })
  expect(gzip.headers['content-encoding']).toBe('gzip')
  expect(gunzipSync(gzip.raw).toString()).toBe(plain.body)
})

test.each([{}, { 'save-data': 'off' }])(
  'a page that is not asked for in the light version goes out whole, at once and compressed well: %j',
  async headers => {
    const plain = await ask('/page', { headers })
    expect(plain.body).toContain('self.__next_f')
    expect(plain.headers['content-security-policy'] ?? 'of a page').not.toContain("'none'")
    for (const [encoding, unpack] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      const packed = await ask('/page', { headers: { ...headers, 'accept-encoding': encoding } })
      expect(packed.headers['content-encoding']).toBe(encoding)
      expect(packed.headers['content-length']).toBe(String(packed.raw.length))
      expect(unpack(packed.raw).toString()).toBe(plain.body)
    }
  },
)

test('a page says what it depends on in either version', async () => {
  for (const headers of [{}, light]) {
    const vary = (await ask('/page', { headers })).headers.vary?.split(/, ?/)
    expect(vary?.sort()).toEqual(['Accept-Encoding', 'Cookie', 'Save-Data', 'rsc'])
  }
})

test('a page without scripts of its own is sent without them to everybody', async () => {
  const { status, body, headers } = await ask('/gone')
  expect([status, body.includes('<script')]).toEqual([404, false])
  expect(headers['content-security-policy']).toContain("script-src 'none'")
})

test.each(['br', 'gzip', 'identity'])(
  'a page too large to be collected goes out in parts (%s), and is made no faster than it is read',
  async encoding => {
    const turn = Promise.race([once(steps, 'stalled').then(() => 'waits'), once(steps, 'closed')])
    const socket = net.connect(port(), '127.0.0.1')
    socket.pause()
    socket.write(
      `GET /large HTTP/1.0\r\nhost: desk\r\nsave-data: on\r\naccept-encoding: ${encoding}\r\naccept: text/html\r\n\r\n`,
    )
    expect(await turn).toBe('waits')
    const answer = Buffer.concat(await socket.resume().toArray())
    const end = answer.indexOf('\r\n\r\n')
    expect(answer.subarray(0, end).toString()).not.toMatch(/content-length/i)
    const page = unpacked[encoding]?.(answer.subarray(end + 4)).toString()
    expect(page === parts.map(part => part.lean).join('')).toBe(true)
  },
  // Ten megabytes are compressed, more than the buffers between the two hold.
  30_000,
)

test('a page that is slow to come is there as far as it came', async () => {
  const { raw, headers } = await ask('/slow', {
    headers: { ...light, 'accept-encoding': 'br' },
    onPart: () => steps.emit('first part read'),
  })
  expect(headers).not.toHaveProperty('content-length')
  expect(brotliDecompressSync(raw).toString()).toBe('<h1>The first part</h1><p>The rest</p>')
})

test('somebody who goes away in the middle leaves nothing behind', async () => {
  const socket = net.connect(port(), '127.0.0.1')
  const begun = once(steps, 'begun')
  socket.write('GET /left HTTP/1.1\r\nhost: desk\r\nsave-data: on\r\naccept: text/html\r\n\r\n')
  await begun
  const closed = once(steps, 'closed')
  socket.destroy()
  await closed
  expect((await ask('/page', { headers: light })).body).toBe(lean)
})

function expectScriptless(headers: Answered['headers']): void {
  expect(headers['content-security-policy']).toMatch(/script-src 'none'/)
  expect(headers).not.toHaveProperty('link')
  expect(headers).not.toHaveProperty('etag')
}
