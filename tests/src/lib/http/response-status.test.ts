import http from 'node:http'
import net from 'node:net'
import { expect, test } from 'vitest'
import type { AnswerStatus } from '#src/lib/http/current-answer.ts'
import { answerWith } from '#src/lib/http/response-status.ts'
import { watchedServer } from './watched-server.ts'

const page = '<!DOCTYPE html><html lang="en"><h1>A page</h1></html>'

// Each request asks for its status after a while of its own, as pages do that wait for the database.
const { ask, port } = watchedServer(async (request, response) => {
  const asked = new URL(request.url ?? '/', 'http://desk').searchParams
  await new Promise(done => setImmediate(done))
  if (asked.has('status')) {
    answerWith(Number(asked.get('status')) as AnswerStatus, {
      noScript: asked.has('quiet'),
      retryAfter: Number(asked.get('after') ?? 0),
    })
  }
  await new Promise(done => setImmediate(done))
  response.statusCode = Number(asked.get('own') ?? 200)
  response.setHeader('content-type', 'text/html')
  response.setHeader('content-security-policy', "script-src 'nonce-abc'")
  response.end(page)
})

test('a page gets the status that it asked for, and stays as it is', async () => {
  expect(await ask('/?status=404')).toMatchObject({ status: 404, body: page })
  expect(await ask('/?status=503')).toMatchObject({ status: 503, body: page })
})

test('a page that says when another try makes sense says so to programs as well', async () => {
  const told = await ask('/?status=429&after=120')
  expect(told).toMatchObject({ status: 429, body: page, headers: { 'retry-after': '120' } })
  expect((await ask('/?status=404')).headers).not.toHaveProperty('retry-after')
})

test('the status of one request does not reach the next one on the same connection', async () => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  const statuses = []
  for (const path of ['/?status=404', '/', '/?status=503', '/', '/']) {
    statuses.push((await ask(path, { agent })).status)
  }
  agent.destroy()
  expect(statuses).toEqual([404, 200, 503, 200, 200])
})

test('requests that wait in one pipe each get their own status', async () => {
  const get = (path: string, more = '') =>
    `GET ${path} HTTP/1.1\r\nHost: desk\r\nAccept: text/html\r\n${more}\r\n`
  const socket = net.connect(port(), '127.0.0.1')
  socket.write(get('/?status=404') + get('/') + get('/?status=503') + get('/', 'Connection: close\r\n'))
  let answers = ''
  for await (const part of socket) answers += part
  expect([...answers.matchAll(/HTTP\/1\.1 (\d+)/g)].map(match => match[1])).toEqual([
    '404',
    '200',
    '503',
    '200',
  ])
})

test('of many requests at once each gets its own status', async () => {
  const wanted = Array.from({ length: 200 }, (_, at) => [200, 404, 503, 403][at % 4]!)
  const paths = wanted.map(status => (status === 200 ? '/' : `/?status=${status}`))
  const answers = await Promise.all(paths.map(path => ask(path)))
  expect(answers.map(answer => answer.status)).toEqual(wanted)
})

test('a HEAD request gets the status without the page', async () => {
  expect(await ask('/?status=404', { method: 'HEAD' })).toMatchObject({ status: 404, body: '' })
})

test('the client router keeps its 200, because it throws any other answer away', async () => {
  expect((await ask('/?status=404', { headers: { rsc: '1' } })).status).toBe(200)
  expect((await ask('/?status=503', { method: 'POST', headers: { 'next-action': 'a1' } })).status).toBe(200)
})

test('a redirect stays a redirect, whatever the page asked for before', async () => {
  expect((await ask('/?status=404&own=303')).status).toBe(303)
})

test('a page that asks for no scripts forbids them all', async () => {
  const quiet = await ask('/?status=503&quiet')
  expect(quiet.headers['content-security-policy']).toContain("script-src 'none'")
  const usual = await ask('/?status=503')
  expect(usual.headers['content-security-policy']).toBe("script-src 'nonce-abc'")
})

test('outside a request that is watched, asking for a status does nothing', () => {
  expect(() => answerWith(404, { noScript: true })).not.toThrow()
})
