import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { watchRequests } from '#src/lib/http/request-hook.ts'
import '#src/commands/early-requests.mjs'

// Next listens before it has loaded what it serves.
test('A form that comes before the rules of pages are loaded is answered by them', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const asked = once(server, 'request')
  const answered = fetch(`http://127.0.0.1:${port}/sign-in`, {
    method: 'POST',
    headers: { accept: 'text/html' },
    body: new FormData(),
  })
  const [, response] = (await asked) as [unknown, ServerResponse]
  watchRequests()
  response.writeHead(409, { 'content-type': 'text/plain' }).end('Server Action unavailable.')
  const answer = await answered
  expect([answer.status, answer.headers.get('content-type')]).toEqual([409, 'text/html; charset=utf-8'])
  expect(await answer.text()).toContain('This form was out of date')
  server.close()
})
