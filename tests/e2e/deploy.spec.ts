import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { freePort } from '#src/commands/embedded/port.ts'
import { builtIds, complaints, recorded } from '#tests/e2e/deploy/action-ids.ts'
import { becomeNextRelease, special } from '#tests/e2e/deploy/next-release.ts'
import { allOf, type Opened, openAll, outcomes, withTooMuch } from '#tests/e2e/deploy/open-forms.ts'
import { build, copySources, serve } from '#tests/e2e/deploy/release.ts'
import { buttonOn, expectFilled, fillIn, formsWithToken } from '#tests/e2e/support/fill-form.ts'
import { everyForm } from '#tests/support/every-form.ts'
import { makeRunFolder, removeRunFolder } from '#tests/support/run-folder.ts'
import { shutMailboxesUrl } from '#tests/support/shut-mailboxes.ts'

test.describe.configure({ mode: 'serial', timeout: 240_000 })

// A form that guests have too is the same form of theirs.
const isRemoved = (key: string) => key.split(' ')[0] === special.removed
const others = formsWithToken.filter(([key]) => !isRemoved(key))
const written = others.filter(([, form]) => form.texts.length > 0)
const removed = formsWithToken.filter(([key]) => isRemoved(key))
const modes = [
  { name: 'without scripts', scripts: false },
  { name: 'with scripts', scripts: true },
]
const { key, ids } = recorded()
let folder = ''
let desk = ''
let stop = async () => {}

test.beforeAll(async () => {
  test.setTimeout(1_200_000)
  folder = await makeRunFolder()
  desk = `http://127.0.0.1:${await freePort()}`
  for (const release of ['now', 'next']) copySources(join(folder, release))
  becomeNextRelease(join(folder, 'next'))
  for (const release of ['now', 'next']) await build(join(folder, release), settings())
})

test.afterAll(async () => {
  await stop()
  removeRunFolder(folder)
})

test('ids-stable: the ids of all actions are those on record, whatever folder they are built in', () => {
  expect(complaints(ids, builtIds(join(folder, 'now')))).toEqual([])
})

for (const { name, scripts } of modes) {
  test(`a form that was open during a deploy is taken once, ${name}`, async ({ browser }) => {
    await release('now')
    const opened = await openAll(browser, scripts, desk, others)
    await release('next')
    expect(await outcomes(opened, takenOnce)).toEqual(allOf(others, 'taken once'))
  })

  test(`what is refused after a deploy is in its form, and then taken, ${name}`, async ({ browser }) => {
    await release('now')
    const opened = await openAll(browser, scripts, desk, written, withTooMuch)
    await release('next')
    expect(await outcomes(opened, refusedThenTaken)).toEqual(allOf(written, 'kept, then taken once'))
  })
}

test('a form that was taken before a deploy and is sent again after it does nothing more', async ({
  browser,
}) => {
  await release('now')
  const forms = formsWithToken.filter(([name]) => [special.renamed, 'tickets/open-ticket'].includes(name))
  const opened = await openAll(browser, false, desk, forms)
  const sent = await Promise.all(opened.map(([, one]) => sendAndRemember(one)))
  await release('next')
  for (const { one, again, location } of sent) {
    const answer = await again()
    expect([answer.status(), answer.headers().location]).toEqual([303, location])
    expect(await one.form.done(one.mark, one.path)).toBe(1)
    await one.page.context().close()
  }
})

test('a page whose scripts are gone with their build sends its form without them', async ({ browser }) => {
  await release('now')
  const form = everyForm['tickets/open-ticket']
  if (!form) throw new Error('There is no form to open a ticket')
  const gone = { url: '**/_next/static/**/*.js', status: 404 }
  const opened = await openAll(browser, true, desk, [['tickets/open-ticket', form]], undefined, gone)
  await release('next')
  expect(await outcomes(opened, takenOnce)).toEqual({ 'tickets/open-ticket': 'taken once' })
})

test('a form whose action is gone is answered in words, and Back has the text', async ({ browser }) => {
  await release('now')
  const opened = await openAll(browser, false, desk, removed)
  await release('next')
  expect(await outcomes(opened, refusedForGood)).toEqual(allOf(removed, 'Back has the text'))
})

async function takenOnce({ form, page, path, address, mark }: Opened) {
  const before = await form.done(mark, path)
  await buttonOn(page, form).click()
  await expect(page).not.toHaveURL(address)
  const times = (await form.done(mark, path)) - before
  return times === 1 ? 'taken once' : `taken ${times} times`
}

async function refusedThenTaken(opened: Opened) {
  const { form, page, typed } = opened
  await buttonOn(page, form).click()
  await expect(page).toHaveTitle(/^Error: /)
  // A page that loads anew would do so now, and the text would be gone.
  await page.waitForLoadState('networkidle')
  const { password: _, ...kept } = withTooMuch(opened)
  await expectFilled(page, kept)
  await fillIn(page, typed)
  return `kept, then ${await takenOnce(opened)}`
}

async function refusedForGood({ form, page, typed }: Opened) {
  const answered = page.waitForResponse(answer => answer.request().method() === 'POST')
  await buttonOn(page, form).click()
  expect((await answered).status()).toBe(409)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This form was out of date')
  await expect(page.getByText('press Back in your browser')).toBeVisible()
  await page.goBack()
  await expectFilled(page, typed)
  return 'Back has the text'
}

async function sendAndRemember(one: Opened) {
  const posted = one.page.waitForRequest(request => request.method() === 'POST')
  await buttonOn(one.page, one.form).click()
  const request = await posted
  const location = (await request.response())?.headers().location
  const { 'content-type': type = '', cookie: _, ...headers } = await request.allHeaders()
  const plain = Object.entries(headers).filter(([header]) => !header.startsWith(':'))
  const sent = {
    headers: { ...Object.fromEntries(plain), 'content-type': type },
    data: request.postDataBuffer() ?? '',
  }
  const again = () => one.page.request.post(request.url(), { ...sent, maxRedirects: 0 })
  return { one, again, location }
}

/** Stops what runs and serves this release at the same address. */
async function release(name: 'now' | 'next') {
  await stop()
  stop = await serve(join(folder, name), Number(new URL(desk).port), settings())
}

function settings() {
  return {
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key,
    BETTER_AUTH_URL: desk,
    TRUSTED_PROXY_HEADER: 'x-visitor',
    SMTP_URL: 'smtp://127.0.0.1:9',
    IMAP_URL: shutMailboxesUrl,
    MAIL_FROM: 'desk@holdfast.test',
  }
}
