import { type APIRequestContext, expect, type PlaywrightWorkerArgs, test } from '@playwright/test'
import { elif, mira, tom } from '#src/demo/cast.ts'
import { attachmentPath } from '#src/files/paths.ts'
import { env } from '#src/lib/env.ts'
import { photo } from '#tests/support/pictures.ts'
import { ticketWithFiles } from '#tests/support/ticket-with-files.ts'
import { cookieOf } from '#tests/weigh/every-page.ts'

const html = '<!doctype html><script>alert(1)</script>'
const text = (name: string, contents: string) => ({ name, bytes: [Buffer.from(contents)] })

/** What is in the files of strangers (attack 27), each with the name that it may be saved under. */
const hostile = [
  { file: text('x.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), saved: 'x.svg' },
  { file: text('x.html', html), saved: 'x.html' },
  { file: text('a.png', html), saved: 'a.png' },
  { file: text('pixel.gif', 'GIF89a=1;alert(1)//'), saved: 'pixel.gif', type: 'image/gif' },
  { file: text('..\\..\\x.bat', 'del *.*'), saved: 'x.bat', type: 'text/plain; charset=utf-8' },
  { file: text('a".html', html), saved: 'a".html' },
  { file: text('a\r\nSet-Cookie: x=1\r\n\r\n<b>.txt', html), saved: 'aSet-Cookie: x=1<b>.txt' },
  { file: text(`${'n'.repeat(300)}.txt`, html), saved: `${'n'.repeat(196)}.txt` },
  { file: text('empty.txt', ''), saved: 'empty.txt' },
  { file: text('bomb.zip', 'PK\x03\x04\x14\0\0\0'), saved: 'bomb.zip' },
  { file: { name: 'huge.jpg', bytes: [photo()] }, saved: 'huge.jpg', type: 'image/jpeg' },
]

async function asked(playwright: PlaywrightWorkerArgs['playwright'], person: { userId: string } | null) {
  const cookie = person ? await cookieOf(person) : ''
  return playwright.request.newContext({ baseURL: env().baseUrl, extraHTTPHeaders: { cookie } })
}
const answerTo = async (reader: APIRequestContext, address: string, headers: Record<string, string> = {}) => {
  const answer = await reader.get(address, { maxRedirects: 0, headers })
  return {
    status: answer.status(),
    headers: answer.headers(),
    body: (await answer.body()).toString('latin1'),
  }
}

test('What a stranger sends is only ever saved, under a harmless name, whatever it is', async ({
  playwright,
}) => {
  const { ofMessage } = await ticketWithFiles(
    elif,
    hostile.map(({ file }) => file),
  )
  const reader = await asked(playwright, elif)
  for (const [place, { saved, type = 'application/octet-stream' }] of hostile.entries())
    for (const accept of ['text/html', '*/*']) {
      const { status, headers } = await answerTo(reader, ofMessage[place] ?? '', { accept })
      expect(status, saved).toBe(200)
      expect(headers, saved).toMatchObject({
        'content-type': type,
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'private, no-store',
      })
      expect(headers['set-cookie'], saved).toBeUndefined()
      expect(headers['content-disposition'], saved).toMatch(
        /^attachment; filename="[^"\r\n]*"; filename\*=UTF-8''/,
      )
      const name = headers['content-disposition']?.split("UTF-8''")[1] ?? ''
      expect(decodeURIComponent(name)).toBe(saved)
    }
  await reader.dispose()
})

test('A file of somebody else, of a note, or of nobody is the same nothing', async ({ playwright }) => {
  const { ofMessage, ofNote } = await ticketWithFiles(
    elif,
    [text('a.txt', 'mine')],
    [text('b.txt', 'inside')],
  )
  const [mine, inside] = [ofMessage[0] ?? '', ofNote[0] ?? '']
  const nowhere = attachmentPath(crypto.randomUUID())
  const outcomes: [typeof elif | typeof mira | null, string, number][] = [
    [elif, mine, 200],
    [elif, inside, 404],
    [tom, mine, 404],
    [tom, inside, 404],
    [mira, mine, 200],
    [mira, inside, 200],
    [null, mine, 303],
    [null, nowhere, 303],
  ]
  for (const [person, address, status] of outcomes) {
    const reader = await asked(playwright, person)
    const [answer, nothing] = [await answerTo(reader, address), await answerTo(reader, nowhere)]
    expect(answer.status, `${person?.name} at ${address}`).toBe(status)
    expect(nothing.status).toBe(person ? 404 : 303)
    if (status === 404) expect(answer.body).toBe(nothing.body)
    if (status === 303) expect(answer.headers.location).toMatch(/^(http.*)?\/sign-in\?next=%2Fattachments%2F/)
    await reader.dispose()
  }
  const reader = await asked(playwright, elif)
  for (const guess of ['1', 'a', '..%2f..%2fetc', `${mine.split('/')[2]}x`, "'%20or%20true"])
    expect((await answerTo(reader, `/attachments/${guess}`)).status, guess).toBe(404)
  await reader.dispose()
})

test('A head has no body, and who has the bytes is told so, but not who may not have them', async ({
  playwright,
}) => {
  const { ofMessage } = await ticketWithFiles(elif, [text('a.txt', 'the same bytes')])
  const address = ofMessage[0] ?? ''
  const [own, other] = [await asked(playwright, elif), await asked(playwright, tom)]
  const head = await own.head(address)
  expect([head.status(), (await head.body()).length]).toEqual([200, 0])
  const { etag = '' } = head.headers()
  expect(etag).toMatch(/^"[0-9a-f]{64}"$/)
  expect(await answerTo(own, address, { 'if-none-match': etag })).toMatchObject({ status: 304, body: '' })
  expect((await answerTo(own, address, { 'if-none-match': '"other"' })).body).toBe('the same bytes')
  expect((await answerTo(other, address, { 'if-none-match': etag })).status).toBe(404)
  await own.dispose()
  await other.dispose()
})
