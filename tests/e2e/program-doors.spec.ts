import { expect, test } from '@playwright/test'
import { desc } from 'drizzle-orm'
import { db } from '#src/lib/db/client.ts'
import { receivedMails } from '#src/lib/db/tables/received.ts'
import { mailOf } from '#tests/support/mail-corpus.ts'
import { doorSecret, signedHeaders } from '#tests/support/signed-mail.ts'
import { type FaultyDesk, openFaultyDesk } from './desk/faulty-desk.ts'

const cronSecret = 'what the schedule bears'
let desk: FaultyDesk

test.beforeAll(async () => {
  desk = await openFaultyDesk({ MAIL_DOOR_SECRET: doorSecret, CRON_SECRET: cronSecret })
})
test.afterAll(() => desk.close())

const mark = `Far larger than a form ${crypto.randomUUID()}`
const large = mailOf({ From: 'nell@example.org', Subject: mark }, 'A line of a long log.\n'.repeat(500_000))
const headers = { 'content-type': 'message/rfc822', ...signedHeaders(large) }

test('A mail that is larger than any form comes in whole, and once', async ({ request }) => {
  const push = () => request.post(`${desk.address}/api/mail`, { data: large, headers })
  expect((await push()).status()).toBe(200)
  expect(await (await push()).text()).toBe('This mail came before, and nothing was done.\n')
  const [mail] = await db.select().from(receivedMails).orderBy(desc(receivedMails.receivedAt)).limit(1)
  expect(mail).toMatchObject({ subject: mark, size: large.length, state: 'taken' })
})

test('A mail that nobody signed stays outside, and a page cannot send one either', async ({ request }) => {
  const unsigned = { 'content-type': 'message/rfc822', origin: 'https://elsewhere.example' }
  const answer = await request.post(`${desk.address}/api/mail`, { data: large, headers: unsigned })
  expect(answer.status()).toBe(401)
  expect((await request.get(`${desk.address}/api/mail`)).status()).toBe(405)
})

test('The work of the schedule is done for its secret alone', async ({ request }) => {
  const work = (authorization: string) =>
    request.get(`${desk.address}/api/work`, { headers: { authorization } })
  expect((await work('Bearer something else')).status()).toBe(401)
  const answer = await work(`Bearer ${cronSecret}`)
  expect([answer.status(), await answer.text()]).toEqual([
    200,
    expect.stringMatching(/^(Done: |There was nothing)/),
  ])
})

test('Both doors are not there where no secret is set', async ({ request }) => {
  expect((await request.post('/api/mail', { data: large, headers })).status()).toBe(404)
  const bearer = { authorization: `Bearer ${cronSecret}` }
  expect((await request.get('/api/work', { headers: bearer })).status()).toBe(404)
})
