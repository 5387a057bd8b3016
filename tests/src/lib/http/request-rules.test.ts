import { describe, expect, test } from 'vitest'
import { bodyLimit } from '#src/lib/http/limits.ts'
import { refusedStatus, saysItsPolicy, signInAddress } from '#src/lib/http/request-rules.ts'

const https = 'https://desk.example'
const post = (headers: Record<string, string>, path = '/sign-in') => ({
  method: 'POST',
  headers: new Headers(headers),
  path,
})

test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])('%s is not a thing that pages know', method => {
  expect(refusedStatus({ method, headers: new Headers(), path: '/' }, https)).toBe(405)
})

describe('origin-table: a form', () => {
  test.each([
    ['from the desk itself', { origin: 'https://desk.example', host: 'desk.example' }, null],
    [
      'from the desk behind a proxy that renames it',
      { origin: 'https://desk.example', host: 'inner:3000' },
      null,
    ],
    ['from the host that was asked', { origin: 'https://other.example', host: 'other.example' }, null],
    ['without an origin', { host: 'desk.example' }, null],
    ['from another site', { origin: 'https://evil.example', host: 'desk.example' }, 403],
    ['from another port', { origin: 'https://desk.example:8443', host: 'desk.example' }, 403],
    ['from the desk over http', { origin: 'http://desk.example', host: 'desk.example' }, 403],
    ['from a hidden place', { origin: 'null', host: 'desk.example' }, 403],
    ['with an empty origin', { origin: '', host: 'desk.example' }, 403],
    ['with garbage for an origin', { origin: 'desk.example', host: 'desk.example' }, 403],
    ['with a user in the origin', { origin: 'https://x@desk.example', host: 'x@desk.example' }, 403],
    [
      'from another site that names itself as the host',
      { origin: 'https://evil.example', host: 'desk.example', 'x-forwarded-host': 'evil.example' },
      403,
    ],
    ['that the browser calls cross-site', { 'sec-fetch-site': 'cross-site', host: 'desk.example' }, 403],
    ['that the browser calls same-site', { 'sec-fetch-site': 'same-site', host: 'desk.example' }, 403],
    ['that the browser calls same-origin', { 'sec-fetch-site': 'same-origin', host: 'desk.example' }, null],
    ['that a person sent by hand', { 'sec-fetch-site': 'none', host: 'desk.example' }, null],
  ])('%s is answered with %s', (_from, headers, status) => {
    expect(refusedStatus(post(headers as Record<string, string>), https)).toBe(status)
  })

  test('may be as large as the limit and not a byte larger', () => {
    expect(refusedStatus(post({ 'content-length': String(bodyLimit.bytes) }), https)).toBeNull()
    expect(refusedStatus(post({ 'content-length': String(bodyLimit.bytes + 1) }), https)).toBe(413)
  })

  test('over plain http may come from the host that was asked', () => {
    const headers = { origin: 'http://localhost:3000', host: 'localhost:3000' }
    expect(refusedStatus(post(headers), 'http://127.0.0.1:3000')).toBeNull()
  })
})

test('reading is never refused for where the reader comes from', () => {
  const headers = new Headers({ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' })
  expect(refusedStatus({ method: 'GET', headers, path: '/' }, https)).toBeNull()
})

test.each([
  ['/tickets', '', '/sign-in?next=%2Ftickets'],
  ['/tickets/K7M29QXD', '', '/sign-in?next=%2Ftickets%2FK7M29QXD'],
  ['/desk/queues/open', '?team=a&after=2', '/sign-in?next=%2Fdesk%2Fqueues%2Fopen%3Fteam%3Da%26after%3D2'],
  ['/drafts', '', '/sign-in?next=%2Fdrafts'],
  ['/account', '', '/sign-in?next=%2Faccount'],
  ['/attachments/7', '', '/sign-in?next=%2Fattachments%2F7'],
  ['/admin', '', '/sign-in?next=%2Fadmin'],
  ['/tickets/new', '', '/ask'],
  ['/attachments/7', '?link=a1b2', null],
  ['/guest/a1b2', '', null],
  ['/', '', null],
  ['/sign-in', '', null],
  ['/ticketsale', '', null],
  ['/desktop', '', null],
])('a reader without a session who asks for %s%s goes to %s', (path, query, address) => {
  expect(signInAddress(path, query)).toBe(address)
})

test('A file has a policy of its own, and what is no file has that of every page', () => {
  expect(saysItsPolicy('/attachments/7')).toBe(true)
  for (const path of ['/attachments', '/attachments/', '/attachments/7/more', '/tickets', '/'])
    expect(saysItsPolicy(path), path).toBe(false)
})
