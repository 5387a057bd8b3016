import { expect, test } from 'vitest'
import { watchedServer } from './watched-server.ts'

const { ask } = watchedServer((request, response) => {
  response.setHeader('content-type', request.headers.rsc ? 'text/x-component' : 'text/html')
  response.end('<!DOCTYPE html><html lang="en"><h1>Sign in</h1></html>')
})

test('after signing out, the sign-in page is nothing that scripts could put into the page before', async () => {
  const rsc = { headers: { rsc: '1' } }
  const type = async (path: string, asking = {}) => (await ask(path, asking)).headers['content-type']
  expect(await type('/sign-in?done=signed-out', rsc)).toBe('text/plain')
  expect(await type('/sign-in?next=%2Ftickets&done=signed-out&_rsc=1abc', rsc)).toBe('text/plain')
  expect(await type('/sign-in?done=signed-out')).toBe('text/html')
  for (const path of ['/sign-in', '/sign-in?done=signed-up', '/tickets?done=signed-out'])
    expect(await type(path, rsc)).toBe('text/x-component')
})
