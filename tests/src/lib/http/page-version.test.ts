import { expect, test } from 'vitest'
import { pageVersion } from '#src/lib/http/page-version.ts'
import { watchedServer } from './watched-server.ts'

const page = '<!DOCTYPE html><html lang="en"><h1>A page</h1></html>'

// What the page shows is the word in its address.
const { ask } = watchedServer(async (request, response) => {
  await new Promise(done => setImmediate(done))
  pageVersion(new URL(request.url ?? '/', 'http://desk').searchParams.get('shows'))
  await new Promise(done => setImmediate(done))
  response.setHeader('content-type', 'text/html')
  response.end(page)
})

const head = (path: string, headers: Record<string, string> = {}) => ask(path, { method: 'HEAD', headers })

test('a page that shows the same says so to whoever asks for its head alone, and says when it does not', async () => {
  const { status, headers } = await head('/?shows=one')
  const version = headers.etag ?? ''
  expect([status, version]).toEqual([200, expect.stringMatching(/^"[\w-]{8}"$/)])
  expect(await head('/?shows=one', { 'if-none-match': version })).toMatchObject({ status: 304, body: '' })
  expect(await head('/?shows=one', { 'if-none-match': `W/${version}` })).toMatchObject({ status: 304 })
  const other = await head('/?shows=two', { 'if-none-match': version })
  expect(other.status).toBe(200)
  expect(other.headers.etag).not.toBe(version)
})

test('whoever wants to read the page gets all of it, whatever they have seen', async () => {
  const { etag = '' } = (await head('/?shows=one')).headers
  expect(await ask('/?shows=one', { headers: { 'if-none-match': etag } })).toMatchObject({
    status: 200,
    body: page,
  })
})

test('the light version, and what scripts ask for, carry no name', async () => {
  for (const name of ['save-data', 'rsc'])
    expect((await head('/?shows=one', { [name]: 'on' })).headers).not.toHaveProperty('etag')
})

test('where requests are not watched it is a name and nothing else', () => {
  expect(pageVersion(['open', 3])).toBe(pageVersion(['open', 3]))
  expect(pageVersion(['open', 3])).not.toBe(pageVersion(['open', 4]))
})
