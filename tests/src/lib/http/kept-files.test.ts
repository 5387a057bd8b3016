import { randomBytes } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { compress } from './next-answers.ts'
import { watchedServer } from './watched-server.ts'

const css = `main { color: black }\n${Array.from({ length: 400 }, (_, at) => `.a${at} { margin: ${at}px }`).join('\n')}`
const large = `"${randomBytes(200_000).toString('hex')}"`
const forever = 'public, max-age=31536000, immutable'

const { ask } = watchedServer((request, response) => {
  compress(request, response, () => {})
  const path = request.url?.split('?', 1)[0] ?? ''
  const script = path.endsWith('.js')
  response.setHeader(
    'content-type',
    script ? 'application/javascript; charset=UTF-8' : 'text/css; charset=UTF-8',
  )
  response.setHeader('cache-control', path.includes('changing') ? 'no-cache' : forever)
  response.setHeader('accept-ranges', 'bytes')
  response.setHeader('etag', 'W/"1"')
  const body = script ? large : `${css}/* ${path} */`
  response.setHeader('content-length', body.length)
  if (path.includes('missing')) response.statusCode = 404
  if (path.includes('unchanged')) response.statusCode = 304
  response.write(body.slice(0, 1000))
  response.end(body.slice(1000))
})

test('a style sheet is sent in Brotli at its best, to the first who asks and to all after, and is kept for ever', async () => {
  for (const path of ['/_next/static/a.css', '/_next/static/a.css', '/_next/static/a.css?v=1']) {
    const { headers, raw } = await ask(path, { headers: { 'accept-encoding': 'gzip, deflate, br' } })
    expect(headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': forever,
      vary: 'Accept-Encoding',
    })
    expect(headers['content-length']).toBe(String(raw.length))
    expect(headers).not.toHaveProperty('accept-ranges')
    expect(brotliDecompressSync(raw).toString()).toBe(`${css}/* /_next/static/a.css */`)
  }
})

test('two files are not taken for one another, nor two ways to compress one', async () => {
  const one = await ask('/_next/static/one.css', { headers: { 'accept-encoding': 'gzip' } })
  const two = await ask('/_next/static/two.css', { headers: { 'accept-encoding': 'gzip' } })
  const other = await ask('/_next/static/one.css', { headers: { 'accept-encoding': 'br' } })
  expect(gunzipSync(one.raw).toString()).toBe(`${css}/* /_next/static/one.css */`)
  expect(gunzipSync(two.raw).toString()).toBe(`${css}/* /_next/static/two.css */`)
  expect(brotliDecompressSync(other.raw).toString()).toBe(`${css}/* /_next/static/one.css */`)
})

test('many who ask for a large one at once all get it whole', async () => {
  const asking = { headers: { 'accept-encoding': 'br' } }
  const all = await Promise.all(Array.from({ length: 10 }, () => ask('/_next/static/large.js', asking)))
  for (const { raw } of all) expect(brotliDecompressSync(raw).toString() === large).toBe(true)
})

test.each([
  ['/_next/static/changing.css', 'gzip, br', 'gzip'],
  ['/_next/static/missing.css', 'gzip, br', 'gzip'],
  ['/elsewhere/a.css', 'gzip, br', 'gzip'],
  ['/_next/static/a.css', 'identity', undefined],
])('what is not one of these files goes out as Next has it (%s, %s)', async (path, accepts, encoding) => {
  const { headers } = await ask(path, { headers: { 'accept-encoding': accepts } })
  expect(headers['content-encoding']).toBe(encoding)
  expect(headers['accept-ranges']).toBe('bytes')
})

test('who has the file already gets no body', async () => {
  const { status, raw } = await ask('/_next/static/unchanged.css', { headers: { 'accept-encoding': 'br' } })
  expect([status, raw.length]).toEqual([304, 0])
})
