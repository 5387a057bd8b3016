import { readFileSync } from 'node:fs'
import { test as base, expect, type Page } from '@playwright/test'
import { receivedPath, sourcePath } from '#src/inbound/paths.ts'
import { receivedMail } from '#src/inbound/queries.ts'
import { db } from '#src/lib/db/client.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { type FaultyDesk, openFaultyDesk } from '#tests/e2e/desk/faulty-desk.ts'
import { ImapServer } from '#tests/support/imap-server.ts'
import { heldMail, unlike } from '#tests/support/in-administration.ts'
import { mailOf } from '#tests/support/mail-corpus.ts'
import { type Newcomer, newColleague } from '#tests/support/newcomers.ts'
import { signIn } from './support/sign-in.ts'

const test = base.extend<object, { server: ImapServer; desk: FaultyDesk }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants it so
    async ({}, use) => {
      const server = new ImapServer()
      server.password = 'seven grey herons'
      await server.listen()
      await use(server)
      await server.close()
    },
    { scope: 'worker' },
  ],
  desk: [
    async ({ server }, use) => {
      const desk = await openFaultyDesk({ IMAP_URL: server.url() })
      await use(desk)
      await desk.close()
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  baseURL: async ({ desk }, use, { project }) => {
    await use(project.name === 'csp-none' ? desk.scriptlessAddress : desk.address)
  },
})

const link = (page: Page, name: string) => page.getByRole('link', { name })
const press = (page: Page, name: string) => page.getByRole('button', { name }).click()
const told = (page: Page, words: string) =>
  expect(page.getByRole('status').filter({ hasText: words })).toBeVisible()
const reads = (page: Page, words: string | RegExp) => expect(page.getByRole('main')).toContainText(words)

async function asAdministrator(page: Page): Promise<Newcomer> {
  const person = await newColleague('admin')
  await signIn(page, person)
  return person
}

test('An administrator finds held mail, reads what a release does, and releases it', async ({ page }) => {
  const subject = unlike('Bicycle')
  const mailId = await heldMail({ Subject: subject })
  const { name } = await asAdministrator(page)
  await page.goto('/admin')
  await link(page, 'Mail that came in').click()
  await link(page, subject).click()
  await reads(page, 'Another mail with the same Message-ID came before')
  await link(page, 'Release this mail').click()
  await reads(page, 'It becomes a new ticket of the address that it is from')
  await press(page, 'Release this mail')
  await told(page, 'The mail was released. Its ticket is named below.')
  const mail = await receivedMail(db, mailId)
  expect(mail).toMatchObject({ state: 'taken', releasedBy: name })
  await link(page, formatReference(mail?.reference ?? '')).click()
  await reads(page, 'It still stands on the pier')
  await expect(page.getByRole('link', { name: 'list.txt' })).toBeVisible()
})

test('A mail that names nobody asks who wrote it, and keeps what was entered when that is no address', async ({
  page,
}) => {
  const mailId = await heldMail({ From: '', Subject: unlike('Umbrella') })
  await asAdministrator(page)
  await page.goto(`${receivedPath(mailId)}/release`)
  const field = page.getByLabel('Email address of whoever wrote it')
  await press(page, 'Release this mail')
  await reads(page, 'Enter the address of whoever wrote this mail')
  await field.fill('nell.example.org')
  await press(page, 'Release this mail')
  await reads(page, 'Enter an email address, such as name@example.org.')
  await expect(field).toHaveValue('nell.example.org')
  await field.fill('nell@example.org')
  await press(page, 'Release this mail')
  await told(page, 'The mail was released.')
  expect(await receivedMail(db, mailId)).toMatchObject({ state: 'taken' })
})

test('Of two administrators who decide about one mail, the second is told what the first did', async ({
  page,
  browser,
  baseURL,
}) => {
  const mailId = await heldMail({ Subject: unlike('Bicycle') })
  await asAdministrator(page)
  await page.goto(`${receivedPath(mailId)}/release`)
  const { javaScriptEnabled } = test.info().project.use
  const context = await browser.newContext({ baseURL, javaScriptEnabled })
  const other = await context.newPage()
  const { name } = await asAdministrator(other)
  await other.goto(`${receivedPath(mailId)}/reject`)
  await press(other, 'Reject this mail')
  await told(other, 'The mail was rejected.')
  await press(page, 'Release this mail')
  await reads(page, `${name} has rejected this mail in the meantime.`)
  await press(page, 'Release this mail')
  await told(page, 'The mail was released.')
  await other.goto(`${receivedPath(mailId)}/release`)
  await reads(other, /has released this mail\. It is on the ticket/)
  await context.close()
})

test('The address that was entered stays on the page when another administrator was faster', async ({
  page,
  browser,
  baseURL,
}) => {
  const mailId = await heldMail({ From: '', Subject: unlike('Umbrella') })
  await asAdministrator(page)
  await page.goto(`${receivedPath(mailId)}/release`)
  const field = (page: Page) => page.getByLabel('Email address of whoever wrote it')
  await field(page).fill('nell@example.org')
  const { javaScriptEnabled } = test.info().project.use
  const context = await browser.newContext({ baseURL, javaScriptEnabled })
  const other = await context.newPage()
  const { name } = await asAdministrator(other)
  await other.goto(`${receivedPath(mailId)}/release`)
  await field(other).fill('nell.s@example.org')
  await press(other, 'Release this mail')
  await told(other, 'The mail was released.')
  await press(page, 'Release this mail')
  await reads(page, `${name} has already released this mail.`)
  await expect(field(page)).toHaveValue('nell@example.org')
  await context.close()
})

test('A rejected mail is not among what waits, and is kept among what was decided', async ({ page }) => {
  const subject = unlike('Bicycle')
  const mailId = await heldMail({ Subject: subject })
  await asAdministrator(page)
  await page.goto(receivedPath(mailId))
  await link(page, 'Reject this mail').click()
  await press(page, 'Reject this mail')
  await told(page, 'It is kept here, and nobody was told.')
  await link(page, 'Mail that came in').first().click()
  await expect(link(page, subject)).toBeHidden()
  await link(page, 'Released or rejected').click()
  await expect(page.getByRole('row', { name: subject })).toContainText('Rejected')
})

test('The whole of a mail is saved as it came', async ({ page }) => {
  const mailId = await heldMail({ Subject: unlike('Bicycle') })
  await asAdministrator(page)
  await page.goto(receivedPath(mailId))
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    link(page, 'Save the whole mail').click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^Bicycle.*\.eml$/)
  expect(readFileSync(await download.path(), 'utf8')).toContain('filename="list.txt"')
  const { status, headers } = await page.request
    .get(sourcePath(mailId))
    .then(answer => ({ status: answer.status(), headers: answer.headers() }))
  expect(status).toBe(200)
  expect(headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': expect.stringMatching(/^attachment; /),
    'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  })
})

test('For whoever is no administrator there is no such mail, in no address', async ({ page }) => {
  const mailId = await heldMail({ Subject: unlike('Bicycle') })
  await signIn(page, await newColleague('agent'))
  for (const path of ['', '/release', '/reject', '/source'])
    expect((await page.request.get(receivedPath(mailId) + path)).status(), path).toBe(404)
})

test('A mailbox is tested by its button, and the page says what was found', async ({ page, server }) => {
  server.deliver(mailOf({ From: 'nell@example.org', Subject: 'Waits' }, 'Hi'))
  const waiting = server.inbox.mails.length
  await asAdministrator(page)
  await page.goto('/admin/mail')
  await link(page, 'Mailboxes, and whether they open').click()
  await reads(page, server.user)
  await press(page, `Test ${server.user}`)
  await told(page, 'The mailbox opened.')
  await reads(page, `It opened. Mails that waited there: ${waiting}.`)
  server.answers = { LOGIN: 'NO [AUTHENTICATIONFAILED] Not you' }
  await press(page, `Test ${server.user}`)
  await told(page, 'The mailbox did not open.')
  await reads(page, 'The mail server does not accept the name and the password')
  server.answers = {}
  await expect(page.getByRole('main')).not.toContainText(server.password)
})

test('A test mail to oneself stands in the outbox', async ({ page }) => {
  const { email } = await asAdministrator(page)
  await page.goto('/admin/outbox')
  await link(page, 'Send yourself a test mail').click()
  await press(page, 'Send a test mail')
  await told(page, 'A test mail to your address was ordered.')
  await reads(page, email)
})
