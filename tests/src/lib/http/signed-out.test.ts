import { expect, test } from 'vitest'
import { watchedServer } from './watched-server.ts'

const { ask } = watchedServer((request, response) => {
  response.setHeader('content-type', request.headers.rsc ? 'text/x-component' : 'text/html')
  response.end('<!DOCTYPE html><html lang="en"><h1>Sign in</h1></html>')
})

test('the sign-in page that somebody is led to is nothing that scripts could put into the page before', async () => {
  const rsc = { headers: { rsc: '1' } }
  const type = async (path: string, asking = {}) => (await ask(path, asking)).headers['content-type']
  expect(await type('/sign-in?done=signed-out', rsc)).toBe('text/plain')
  expect(await type('/sign-in?next=%2Ftickets&_rsc=1abc', rsc)).toBe('text/plain')
  expect(await type('/sign-in', rsc)).toBe('text/plain')
  expect(await type('/sign-in?done=signed-out')).toBe('text/html')
  for (const path of ['/sign-up', '/tickets?done=signed-out', '/sign-in-later'])
    expect(await type(path, rsc)).toBe('text/x-component')
  const sent = { method: 'POST', headers: { rsc: '1', 'next-action': '1' } }
  expect(await type('/sign-in?next=%2Ftickets', sent)).toBe('text/x-component')
})
