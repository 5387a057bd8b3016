import { expect, type PlaywrightWorkerArgs, test } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { elif } from '#src/demo/cast.ts'
import { bucketAt } from '#src/files/bucket.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { attachments, bucketObjects, fileChunks, files } from '#src/lib/db/tables/files.ts'
import { type FaultyDesk, openFaultyDesk } from '#tests/e2e/desk/faulty-desk.ts'
import { openBucket, refuse } from '#tests/support/bucket-server.ts'
import { ticketWithFiles } from '#tests/support/ticket-with-files.ts'
import { cookieOf } from '#tests/weigh/every-page.ts'

let server: Awaited<ReturnType<typeof openBucket>>
let desk: FaultyDesk

test.beforeAll(async () => {
  server = await openBucket()
  desk = await openFaultyDesk(server.settings)
})
test.afterAll(async () => {
  await desk?.close()
  server?.close()
})

/** A file of Elif's, and of no other, that is in the bucket. Resolves to where it is to be had. */
async function inTheBucket(bytes: Buffer) {
  const { ofMessage } = await ticketWithFiles(elif, [{ name: 'pier.bin', bytes: [bytes] }])
  const address = ofMessage[0] ?? ''
  const [file] = await db
    .select({ contentId: files.contentId, size: files.size, hash: files.hash })
    .from(files)
    .innerJoin(attachments, eq(attachments.fileHash, files.hash))
    .where(eq(attachments.id, address.split('/')[2] ?? ''))
  if (!file) throw new Error('The file is not there')
  const key = crypto.randomUUID()
  await bucketAt(server.at).put(key, file, [bytes])
  await transaction('test', async tx => {
    await tx.insert(bucketObjects).values({ key, contentId: file.contentId, size: file.size })
    await tx.delete(fileChunks).where(eq(fileChunks.contentId, file.contentId))
  })
  return address
}

async function answerTo(playwright: PlaywrightWorkerArgs['playwright'], address: string) {
  const extraHTTPHeaders = { cookie: await cookieOf(elif) }
  const reader = await playwright.request.newContext({ baseURL: desk.address, extraHTTPHeaders })
  const answer = await reader.get(address)
  const told = { status: answer.status(), headers: answer.headers(), body: await answer.body() }
  await reader.dispose()
  return told
}

test('A file that is in a bucket is given like any other, byte for byte', async ({ playwright }) => {
  const bytes = Buffer.from(Uint32Array.from({ length: 2_000_000 }, (_, at) => at).buffer)
  const { status, headers, body } = await answerTo(playwright, await inTheBucket(bytes))
  expect(status).toBe(200)
  expect(headers).toMatchObject({
    'content-disposition': `attachment; filename="pier.bin"; filename*=UTF-8''pier.bin`,
    'content-security-policy': expect.stringMatching(/^sandbox;/),
    'x-content-type-options': 'nosniff',
  })
  expect(body.equals(bytes)).toBe(true)
})

for (const [what, status, words, code] of [
  ['is gone from it', 500, 'Something went wrong on our side', 'NoSuchKey'],
  ['is in one that is away', 503, 'The desk is away for a moment', 'SlowDown'],
] as const)
  test(`A file that ${what} is answered with a page, with a reference that is in the log once`, async ({
    playwright,
  }) => {
    const address = await inTheBucket(Buffer.from(`a file that ${what}`))
    server.manner = (_request, answer) => {
      refuse(answer, status === 500 ? 404 : 503, code)
      return 'done'
    }
    const before = desk.log().length
    const answer = await answerTo(playwright, address)
    server.manner = undefined
    expect(answer.status).toBe(status)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    const page = answer.body.toString()
    expect(page).toContain(words)
    const [, reference = 'none'] = /reference: <strong>(\w+)</.exec(page) ?? []
    const logged = desk
      .log()
      .slice(before)
      .trim()
      .split('\n')
      .filter(line => line !== '')
    expect(logged.filter(line => line.includes('"level":"error"'))).toEqual([
      expect.stringMatching(new RegExp(`"reference":"${reference}".*"code":"${code}"`)),
    ])
    expect(logged.join()).not.toMatch(/secret|Signature=|<Error>/)
  })
