import net from 'node:net'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { answers, compress, html, readable } from './next-answers.ts'
import { watchedServer } from './watched-server.ts'

const { ask, log, port } = watchedServer((request, response) => {
  if (request.headers['accept-encoding']) compress(request, response, () => {})
  const path = (request.url ?? '').replace(/^\/(api|_next)(?=\/)/, '').split('?', 1)[0]!
  const answer = answers[path] ?? answers['/bare']
  answer?.(response)
})

test.each([
  ['/bare', 500],
  ['/untyped', 500],
  ['/unknown-action', 409],
  ['/head-first', 500],
  ['/blank', 404],
  ['/blank-in-drops', 500],
  ['/fragment', 404],
])('in place of %s comes a page of ours with the status %i', async (path, status) => {
  const { headers, body, ...answer } = await ask(path)
  expect(answer.status).toBe(status)
  expect(headers['content-type']).toBe(html)
  expect(headers['content-length']).toBe(String(Buffer.byteLength(body)))
  expect(headers['content-security-policy']).toContain("script-src 'none'")
  expect(body).toMatch(/^<!doctype html>\n<html lang="en">[\s\S]*<title>[\s\S]*<h1>[^<]+<\/h1>\n<p>/)
  expect(body).not.toContain('__next_error__')
})

test('after a form the page says that the text is kept and how to get back to it', async () => {
  expect((await ask('/unknown-action', { method: 'POST' })).body).toMatch(/press Back[\s\S]*copy your text/i)
  expect((await ask('/bare', { method: 'POST' })).body).toMatch(/press Back/)
  expect((await ask('/bare')).body).not.toMatch(/press Back/)
})

test('the reference on the page is that of the one line in the log', async () => {
  const { body } = await ask('/thrown?text=private')
  const [line, ...more] = log()
  expect(more).toEqual([])
  expect(line).toMatchObject({
    level: 'error',
    event: 'fault',
    where: 'GET /thrown',
    error: { name: 'Error' },
  })
  expect(JSON.stringify(line)).not.toMatch(/secret|private/)
  expect(body).toContain(`<strong>${line.reference}</strong>`)
})

test('a failure that nobody reported is logged once all the same, and one of the sender is no fault of ours', async () => {
  const fault = await ask('/bare')
  const stale = await ask('/unknown-action', { method: 'POST' })
  expect(log()).toMatchObject([
    { event: 'fault', where: 'GET /bare', status: 500 },
    { event: 'refused', where: 'POST /unknown-action', status: 409 },
  ])
  expect(fault.body).toContain(log()[0].reference)
  expect(stale.body).toContain(log()[1].reference)
})

test('a page that is not there is no fault and is not logged', async () => {
  await ask('/blank')
  expect(log()).toEqual([])
})

test('a form that was over the limit is answered with 413, and an unknown method with 405', async () => {
  expect(await ask('/too-large', { method: 'POST' })).toMatchObject({ status: 413 })
  expect(await ask('/bare', { method: 'PROPFIND' })).toMatchObject({ status: 405 })
})

const form = { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=b' } }

test('a form that could not be taken apart is answered with 400, and is no fault of ours', async () => {
  const { status, body } = await ask('/broken', form)
  expect([status, body.includes('press Back')]).toEqual([400, true])
  expect(log()).toMatchObject([{ level: 'info', event: 'refused', where: 'POST /broken' }])
})

test.each([
  ['after an action has read the form', '/broken-later', form],
  ['in our own build', '/build-gone', form],
  ['of a request that is no form', '/broken', { method: 'POST' }],
  ['of a page', '/broken', {}],
])('the same failure %s stays a fault of ours', async (_when, path, asking) => {
  expect((await ask(path, asking)).status).toBe(500)
  expect(log()).toMatchObject([{ level: 'error', event: 'fault' }])
})

test('cookies stay on a replaced answer, and what described the old body goes', async () => {
  const { headers } = await ask('/head-first')
  expect(headers['set-cookie']).toEqual(['seen=1'])
  expect(headers.etag).toBeUndefined()
})

test.each(['/readable', '/readable-in-drops', '/short'])(
  'the readable page %s passes byte for byte',
  async path => {
    const plain = await ask(path)
    expect(plain.status).toBe(404)
    expect(plain.body).toContain('</html>')
    expect(plain.body).not.toContain('Holdfast')
  },
)

test('a readable page is still compressed by what Next puts round the response', async () => {
  const packed = await ask('/readable', { headers: { 'accept-encoding': 'gzip' } })
  expect(packed.headers['content-encoding']).toBe('gzip')
  expect(gunzipSync(packed.raw).toString()).toBe(readable)
  const replaced = await ask('/blank', { headers: { 'accept-encoding': 'gzip' } })
  expect(replaced.headers['content-encoding']).toBeUndefined()
  expect(replaced.body).toContain('There is no such page')
})

test.each([
  ['a machine', '/bare', { accept: '*/*' }],
  ['the client router', '/bare', { rsc: '1' }],
  ['an action called by script', '/bare', { 'next-action': 'a1' }],
  ['an endpoint', '/api/bare', {}],
  ["Next's own file", '/_next/bare', {}],
  ['the health check', '/health', {}],
])('%s gets the answer as Next made it', async (_who, path, headers) => {
  expect(await ask(path, { headers })).toMatchObject({ status: 500, body: 'Internal Server Error' })
})

test('JSON and unchanged answers pass untouched', async () => {
  expect(await ask('/json')).toMatchObject({ status: 503, body: '{"up":false}' })
  expect(await ask('/unchanged')).toMatchObject({ status: 304, body: '', headers: { etag: '"x"' } })
})

test('a HEAD request of a failure has its status and no body', async () => {
  expect(await ask('/bare', { method: 'HEAD' })).toMatchObject({ status: 500, body: '' })
  expect(await ask('/blank', { method: 'HEAD' })).toMatchObject({ status: 404, body: '' })
})

test('a browser that goes away while its answer is held harms nobody', async () => {
  for (let round = 0; round < 20; round++) {
    const socket = net.connect(port(), '127.0.0.1')
    socket.write('GET /blank-in-drops HTTP/1.1\r\nHost: desk\r\nAccept: text/html\r\n\r\n')
    await new Promise(done => socket.once('connect', () => setImmediate(done)))
    socket.destroy()
  }
  expect(await ask('/readable')).toMatchObject({ status: 404 })
})

test('the way back never leads to another host and never carries markup', async () => {
  expect((await ask('//evil.test/bare')).body).not.toContain('evil.test')
  expect((await ask('/\\evil.test')).body).not.toContain('evil.test')
  const { body } = await ask('/bare?a="><img>&b=\'')
  expect(body).toContain('href="/bare?a=&#34;&#62;&#60;img&#62;&#38;b=&#39;"')
})
