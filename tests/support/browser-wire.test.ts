import http from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { BrowserWire } from './browser-wire.ts'

const answer = 'Thank you, it is written down.'
const heard: string[] = []
let onHeard = () => {}
let wire: BrowserWire

const server = http.createServer((request, response) => {
  let body = ''
  request.on('data', part => (body += part))
  request.on('close', () => {
    heard.push(`${request.method} ${request.complete ? 'whole' : 'part'} ${body}`)
    if (request.complete) response.end(`${answer} ${heard.length}`)
    onHeard()
  })
})

beforeAll(async () => {
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  wire = await BrowserWire.before(`http://127.0.0.1:${address instanceof Object ? address.port : 0}`)
})
beforeEach(() => {
  heard.splice(0)
  for (const kind of Object.keys(wire.counts)) Object.assign(wire.counts, { [kind]: 0 })
})
afterAll(async () => {
  await wire.close()
  server.closeAllConnections()
  server.close()
})

const post = (body = 'six words that must not vanish') =>
  fetch(`${wire.address}/tickets/new`, { method: 'POST', body })
    .then(answered => answered.text())
    .catch(() => 'no answer')

test('Without an order everything passes, on lines that are used again', async () => {
  const long = 'x'.repeat(300_000)
  expect(await post(long)).toContain(answer)
  expect(await (await fetch(wire.address)).text()).toContain(answer)
  expect(await post()).toContain(answer)
  expect(heard).toEqual([`POST whole ${long}`, 'GET whole ', 'POST whole six words that must not vanish'])
})

test('A dropped request never reaches the server, and the next one does', async () => {
  wire.once({ kind: 'drop' })
  expect(await post()).toBe('no answer')
  expect(heard).toEqual([])
  expect([await post(), wire.counts.drop]).toEqual([`${answer} 1`, 1])
})

test.each([
  [0, ''],
  [9, 'six words'],
  [9999, 'six words that must not vanis'],
])('A request that is cut after %i bytes of its body reaches the server in part', async (bytes, part) => {
  const reached = new Promise<void>(resolve => (onHeard = resolve))
  wire.once({ kind: 'cut-request', bytes })
  expect(await post()).toBe('no answer')
  await reached
  expect([heard, wire.counts['cut-request']]).toEqual([[`POST part ${part}`], 1])
})

test.each([0, 20, 150])('An answer that is cut after %i bytes was made, and nobody reads it', async bytes => {
  wire.once({ kind: 'cut-answer', bytes })
  expect(await post()).toBe('no answer')
  expect([heard.length, wire.counts['cut-answer']]).toEqual([1, 1])
})

test('An answer that is shorter than its cut arrives, and nothing is counted', async () => {
  wire.once({ kind: 'cut-answer', bytes: 99_999 })
  expect([await post(), wire.counts['cut-answer']]).toEqual([`${answer} 1`, 0])
})

test('A delayed request arrives', async () => {
  wire.once({ kind: 'delay', ms: 30 })
  expect([await post(), wire.counts.delay]).toEqual([`${answer} 1`, 1])
})

test('A request is duplicated byte by byte, and the browser hears the answer that was ordered', async () => {
  const long = 'y'.repeat(200_000)
  wire.once({ kind: 'duplicate', answered: 'second' })
  expect(await post(long)).toBe(`${answer} 2`)
  expect([heard, wire.counts.duplicate]).toEqual([[`POST whole ${long}`, `POST whole ${long}`], 1])
  wire.once({ kind: 'duplicate', answered: 'first' })
  expect(await post()).toContain(answer)
})

test('An order is for the next POST of its path; a plan is asked for all others', async () => {
  wire.once({ kind: 'drop' }, /^\/sign-in/)
  expect(await post()).toContain(answer)
  expect(wire.pending).toBe(true)
  wire.calm()
  const asked: string[] = []
  wire.plan = ({ method, path }) => {
    asked.push(`${method} ${path}`)
    return { kind: 'drop' }
  }
  expect([await post(), wire.pending, asked]).toEqual(['no answer', false, ['POST /tickets/new']])
  expect(await (await fetch(wire.address)).text()).toContain(answer)
  wire.plan = () => undefined
})
