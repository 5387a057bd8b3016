import { expect, test } from 'vitest'
import { cleanName } from '#src/files/clean-name.ts'
import { downloadHeaders, isKnownTo } from '#src/files/download.ts'

const hash = 'a'.repeat(64)
const of = (name: string, type = 'image/png') => downloadHeaders({ name, type, hash })
const disposition = (name: string) => of(cleanName(name))['content-disposition']

test('A file is saved and never shown, whatever it is', () => {
  for (const type of ['image/png', 'application/pdf', 'text/plain', 'application/octet-stream'])
    expect(of('a', type)).toMatchObject({
      'content-disposition': expect.stringMatching(/^attachment; /),
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
})

test('Only what a browser does not run has a type of its own', () => {
  expect(of('a', 'text/plain')['content-type']).toBe('text/plain; charset=utf-8')
  for (const type of ['text/html', 'image/svg+xml', 'application/xml', 'application/zip', 'constructor', ''])
    expect(of('a', type)['content-type'], type).toBe('application/octet-stream')
})

test('A name goes in full and in plain ASCII, and cannot leave its quotes', () => {
  expect(disposition('Ticket (2).pdf')).toBe(
    `attachment; filename="Ticket (2).pdf"; filename*=UTF-8''Ticket%20%282%29.pdf`,
  )
  expect(disposition('a".html')).toBe(`attachment; filename="a_.html"; filename*=UTF-8''a%22.html`)
  expect(disposition('切符.png')).toBe(
    `attachment; filename="__.png"; filename*=UTF-8''%E5%88%87%E7%AC%A6.png`,
  )
  expect(disposition('a\r\nSet-Cookie: x')).toBe(
    `attachment; filename="aSet-Cookie: x"; filename*=UTF-8''aSet-Cookie%3A%20x`,
  )
})

test('Who has the same bytes is known by them', () => {
  const asks = (value?: string) =>
    isKnownTo({ headers: new Headers(value === undefined ? {} : { 'if-none-match': value }) }, { hash })
  expect(asks(`"${hash}"`)).toBe(true)
  expect(asks(`W/"${hash}", "other"`)).toBe(true)
  expect(asks('"other"')).toBe(false)
  expect(asks()).toBe(false)
})
