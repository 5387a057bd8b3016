import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { mailboxAt } from '#src/lib/mailbox-address.ts'
import { openDesk } from '#tests/support/desk.ts'
import { startImapServer } from '#tests/support/start-imap-server.ts'

// A server that gives tokens, as RFC 6749 has it.
const asked: URLSearchParams[] = []
let answer: { status: number; says: unknown } = { status: 200, says: {} }
const giver = http.createServer((request, response) => {
  let body = ''
  request.on('data', chunk => (body += chunk))
  request.on('end', () => {
    asked.push(new URLSearchParams(body))
    response.writeHead(answer.status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answer.says))
  })
})
await new Promise<void>(listening => giver.listen(0, '127.0.0.1', listening))
afterAll(() => void giver.close())
process.env.IMAP_OAUTH_TOKEN_URL = `http://127.0.0.1:${(giver.address() as AddressInfo).port}/token`
process.env.IMAP_OAUTH_CLIENT_ID = 'the desk'
process.env.IMAP_OAUTH_CLIENT_SECRET = 'its secret'
process.env.IMAP_OAUTH_SCOPE = 'mail'
const server = await startImapServer()
// The settings are read once, so they stand before what reads them is loaded.
const { readMailbox } = await import('#src/inbound/mailboxes/read-mailbox.ts')

beforeAll(openDesk)
beforeEach(() => {
  asked.length = 0
  server.heard = []
})

let boxes = 0
/** A mailbox that no token is known of yet. */
function mailbox(refreshToken: string) {
  const found = mailboxAt(server.url(`?auth=oauth2`))
  if (!found) throw new Error('The address cannot be read')
  return { ...found, name: `box-${boxes++}`, password: refreshToken }
}
const look = (box: ReturnType<typeof mailbox>) =>
  readMailbox(box, new AbortController().signal, { stays: false })

test('A refresh token buys an access token, which is kept until it ends', async () => {
  const box = mailbox('refresh-1')
  answer = { status: 200, says: { access_token: 'access-1', expires_in: 3600 } }
  server.tokens.add('access-1')
  await look(box)
  await look(box)
  expect(asked.map(given => Object.fromEntries(given))).toEqual([
    {
      grant_type: 'refresh_token',
      refresh_token: 'refresh-1',
      client_id: 'the desk',
      client_secret: 'its secret',
      scope: 'mail',
    },
  ])
  expect(server.heard.filter(said => said === 'AUTHENTICATE')).toHaveLength(2)
})

test('A token that the mail server does not take is bought anew, with the refresh token that came last', async () => {
  const box = mailbox('refresh-1')
  answer = { status: 200, says: { access_token: 'stale', expires_in: 3600, refresh_token: 'refresh-2' } }
  await expect(look(box)).rejects.toThrow()
  answer = { status: 200, says: { access_token: 'access-2', expires_in: 3600 } }
  server.tokens.add('access-2')
  await look(box)
  expect(asked.map(given => given.get('refresh_token'))).toEqual(['refresh-1', 'refresh-2'])
})

test('Without a refresh token the application asks in its own name', async () => {
  answer = { status: 200, says: { access_token: 'access-3', expires_in: 3600 } }
  server.tokens.add('access-3')
  await look(mailbox(''))
  expect(Object.fromEntries(asked[0] ?? [])).toMatchObject({ grant_type: 'client_credentials' })
  expect(asked[0]?.has('refresh_token')).toBe(false)
})

test('Where no token is given, the mailbox says so and the mail server is not asked', async () => {
  answer = { status: 400, says: { error: 'invalid_grant' } }
  await expect(look(mailbox('refresh-9'))).rejects.toThrow('gave none, with the status 400')
  expect(server.heard).toEqual([])
})
