import { createHash } from 'node:crypto'
import { expect, type Page, type Route, test } from '@playwright/test'
import { pieceBytes } from '#src/lib/http/limits.ts'
import { newCustomer } from '#tests/support/newcomers.ts'
import { signIn } from './support/sign-in.ts'

// What scripts add to files in forms: they come by themselves, a piece at a time, while somebody writes.
const field = (page: Page) => page.getByLabel('Files (optional)')
const body = (page: Page) => page.getByLabel('What happened?')
const kept = (page: Page) => page.getByRole('list', { name: 'Attached files' }).getByRole('listitem')
const names = (page: Page) => kept(page).locator('bdi')
const coming = (page: Page) => page.getByRole('list', { name: 'Files on their way' }).getByRole('listitem')
const send = (page: Page) => page.getByRole('button', { name: 'Open the ticket' }).click()

const text = (name: string, contents: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(contents),
})

/** Bytes of six pieces and a half that are no others. */
const large = () => {
  const buffer = Buffer.alloc(6.5 * pieceBytes, 'harbour')
  buffer.write(crypto.randomUUID())
  return { name: 'pier.bin', mimeType: 'application/octet-stream', buffer }
}

const isPiece = ({ request }: { request: () => { postDataBuffer(): Buffer | null } }) =>
  request().postDataBuffer()?.includes('"at":') ?? false
const offsetOf = (route: Route) =>
  Number(/"at":(\d+)/.exec(route.request().postDataBuffer()?.toString('latin1') ?? '')?.[1])

/** Lets each piece that the page sends meet a fate by its number; all offsets that were sent, in their order. */
async function meetPieces(page: Page, fate: (route: Route, number: number) => Promise<void>) {
  const offsets: number[] = []
  await page.route('**', route => {
    if (!isPiece({ request: () => route.request() })) return route.continue()
    offsets.push(offsetOf(route))
    return fate(route, offsets.length)
  })
  return offsets
}

async function writing(page: Page, subject = 'A bent sign') {
  await signIn(page, await newCustomer())
  await page.goto('/tickets/new')
  await page.getByLabel('Subject').fill(subject)
  await body(page).pressSequentially('See the')
}

async function opened(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('We have your ticket')
  await page.goto(page.url().replace(/\/opened.*/, ''))
  return page.getByRole('article').getByRole('link')
}

async function hashOf(page: Page, link: string | null) {
  const answer = await page.request.get(link ?? '')
  return createHash('sha256')
    .update(await answer.body())
    .digest('hex')
}

/** Gives these to the page as its clipboard or what is dragged would. */
function give(page: Page, kind: 'paste' | 'drop', files: { name: string; contents: string }[], words = '') {
  return page.evaluate(
    ({ kind, files, words }) => {
      const data = new DataTransfer()
      if (words) data.setData('text/plain', words)
      for (const { name, contents } of files) data.items.add(new File([contents], name))
      const init = { bubbles: true, cancelable: true, clipboardData: data, dataTransfer: data }
      const event = kind === 'paste' ? new ClipboardEvent(kind, init) : new DragEvent(kind, init)
      const place = kind === 'paste' ? document.activeElement : document.querySelector('main form')
      return !place?.dispatchEvent(event)
    },
    { kind, files, words },
  )
}

test('Several files that are chosen come by themselves, and what is being typed, its place and the focus stay', async ({
  page,
}) => {
  await writing(page)
  await body(page).press('ArrowLeft')
  await field(page).setInputFiles([text('a.txt', 'one'), text('b.txt', 'two'), large()])
  await page.keyboard.type('!')
  await expect(names(page)).toHaveText(['a.txt', 'b.txt', 'pier.bin'])
  await expect(page.getByText('“pier.bin” is attached. Nothing was sent yet.')).toBeVisible()
  await page.keyboard.type('?')
  await expect(body(page)).toBeFocused()
  await expect(body(page)).toHaveValue('See th!?e')
  await expect(field(page)).toHaveValue('')
  await expect(page).not.toHaveTitle(/^Error/)
  await send(page)
  await expect(await opened(page)).toHaveText(['a.txt', 'b.txt', 'pier.bin'])
})

test('A screenshot is pasted, files are dropped, and a text with its picture stays a text', async ({
  page,
}) => {
  await writing(page)
  expect(await give(page, 'paste', [{ name: 'image.png', contents: 'a picture' }])).toBe(true)
  await expect(names(page)).toHaveText([/^Screenshot \d{4}-\d\d-\d\d \d\d\.\d\d\.png$/])
  const two = ['x.txt', 'y.txt'].map(name => ({ name, contents: name }))
  expect(await give(page, 'drop', two)).toBe(true)
  await expect(names(page)).toHaveText([/^Screenshot/, 'x.txt', 'y.txt'])
  expect(await give(page, 'paste', [{ name: 'image.png', contents: 'cells' }], 'cells')).toBe(false)
  expect(await give(page, 'paste', [], 'words')).toBe(false)
  await expect(body(page)).toBeFocused()
  await expect(body(page)).toHaveValue('See the')
  await expect(kept(page)).toHaveCount(3)
  await expect(coming(page)).toHaveCount(0)
})

test('A line that drops in the middle, and answers that are lost, cost a piece each: the file arrives whole, once', async ({
  page,
  context,
}) => {
  await writing(page)
  const file = large()
  const offsets = await meetPieces(page, async (route, number) => {
    if (number === 3) {
      await context.setOffline(true)
      return route.abort('internetdisconnected')
    }
    if (number === 5 || number === 8) {
      await route.fetch()
      return route.abort('connectionreset')
    }
    return route.continue()
  })
  await field(page).setInputFiles(file)
  await expect(
    page.getByText('Waiting for a connection. “pier.bin” goes on from where it was.'),
  ).toBeVisible()
  await body(page).press('End')
  await page.keyboard.type(' photo.')
  await context.setOffline(false)
  await expect(names(page)).toHaveText(['pier.bin'])
  await expect(body(page)).toHaveValue('See the photo.')
  expect(offsets.map(at => at / pieceBytes)).toEqual([0, 1, 2, 2, 3, 3, 4, 5, 5, 6])
  await send(page)
  const links = await opened(page)
  await expect(links).toHaveText(['pier.bin'])
  const sent = createHash('sha256').update(file.buffer).digest('hex')
  expect(await hashOf(page, await links.getAttribute('href'))).toBe(sent)
})

test('A form that is sent while a file is on its way says so and waits, is sent with it once, and can be stopped', async ({
  page,
}) => {
  await writing(page)
  let release = () => {}
  const released = new Promise<void>(resolve => {
    release = resolve
  })
  await meetPieces(page, async (route, number) => {
    if (number === 3) await released
    await route.continue()
  })
  const notice = page.getByText('Your files are still on their way.')
  await field(page).setInputFiles([large(), text('late.txt', 'late')])
  await expect(coming(page)).toHaveText([/^pier\.bin \(1\.7 MB\)\s+Stop$/, /^late\.txt \(4 bytes\)\s+Stop$/])
  await expect(page.getByRole('progressbar').first()).toHaveAttribute('value', String(2 * pieceBytes))
  await send(page)
  await expect(notice).toBeVisible()

  await page.getByRole('button', { name: 'Stop waiting' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('You stopped waiting')
  await expect(coming(page)).toHaveCount(2)

  await send(page)
  await expect(notice).toBeVisible()
  await page.getByLabel('Subject').fill('A sign that is bent')
  release()
  const links = await opened(page)
  await expect(links).toHaveText(['pier.bin', 'late.txt'])
  await expect(page.getByRole('heading', { level: 1 })).toContainText('A sign that is bent')
})

test('A file is stopped on its way or taken out again, at once and without a post, and the focus has a place', async ({
  page,
}) => {
  await writing(page)
  await field(page).setInputFiles([text('a.txt', 'one'), text('b.txt', 'two')])
  await expect(names(page)).toHaveText(['a.txt', 'b.txt'])
  let posts = 0
  page.on('request', request => {
    if (request.method() === 'POST' && request.postData()?.includes('remove-file')) posts += 1
  })
  await page.getByRole('button', { name: 'Remove a.txt' }).click()
  await expect(names(page)).toHaveText(['b.txt'])
  await expect(page.getByText('“a.txt” was removed. Nothing was sent yet.')).toBeVisible()
  await expect(field(page)).toBeFocused()
  expect(posts).toBe(0)

  await meetPieces(page, route => route.abort('connectionreset'))
  await field(page).setInputFiles(large())
  await page.getByRole('button', { name: 'Stop pier.bin' }).click()
  await expect(page.getByText('“pier.bin” was stopped. It is not attached.')).toBeVisible()
  await expect(coming(page)).toHaveCount(0)
  await expect(field(page)).toBeFocused()
  await page.getByRole('button', { name: 'Attach', exact: true }).click()
  await page.unrouteAll()
  await send(page)
  await expect(await opened(page)).toHaveText(['b.txt'])
})

test('A file that is too large is refused in words before a byte of it leaves, and the form is not sent without a word', async ({
  page,
}) => {
  await writing(page)
  const offsets = await meetPieces(page, route => route.continue())
  const log = { name: 'log.zip', mimeType: 'application/zip', buffer: Buffer.alloc(10_000_001, 'PK') }
  await field(page).setInputFiles([log, text('a.txt', 'one'), text('nothing.txt', '')])
  const words = '“log.zip” has 10.0 MB. A file may have 10 MB at most.'
  await expect(coming(page)).toHaveText([
    `${words} Remove`,
    '“nothing.txt” is empty. Choose a file with something in it. Remove',
  ])
  await expect(names(page)).toHaveText(['a.txt'])
  expect(offsets).toEqual([0])
  await page.getByRole('button', { name: 'Remove nothing.txt' }).click()

  await send(page)
  const alert = page.getByRole('main').getByRole('alert')
  await expect(alert).toContainText(words)
  await expect(alert).not.toContainText('nothing.txt')
  await expect(page).toHaveTitle(/^Error: /)
  await expect(names(page)).toHaveText(['a.txt'])
  await expect(body(page)).toHaveValue('See the')
  await send(page)
  await expect(await opened(page)).toHaveText(['a.txt'])
})

test('What is attached stands in the draft that is saved as somebody writes', async ({ page }) => {
  await page.clock.install()
  await writing(page)
  await field(page).setInputFiles(text('plan.txt', 'Row A'))
  await expect(names(page)).toHaveText(['plan.txt'])
  await expect(async () => {
    await page.clock.fastForward(10_000)
    await expect(page.getByText('Your draft is saved as you write.')).toBeVisible({ timeout: 500 })
  }).toPass()
  await page.goto('/tickets/new')
  await expect(names(page)).toHaveText(['plan.txt'])
  await expect(body(page)).toHaveValue('See the')
})

test('After a reply with a file, the form of the same page is empty of it, and the next reply has its own', async ({
  page,
}) => {
  await writing(page)
  await field(page).setInputFiles(text('first.txt', 'one'))
  await expect(names(page)).toHaveText(['first.txt'])
  await send(page)
  const links = await opened(page)
  for (const name of ['second.txt', 'third.txt']) {
    await page.getByLabel('Your message').fill(`Here is ${name}.`)
    await field(page).setInputFiles(text(name, name))
    await expect(names(page)).toHaveText([name])
    await page.getByRole('button', { name: 'Send the message' }).click()
    await expect(page.getByRole('article').filter({ hasText: `Here is ${name}.` })).toBeVisible()
    await expect(kept(page)).toHaveCount(0)
  }
  await expect(links).toHaveText(['first.txt', 'second.txt', 'third.txt'])
})

test('What strangers name and fill their files with (attack 27) is listed clean, and only ever saved', async ({
  page,
}) => {
  await writing(page)
  const html = '<!doctype html><script>alert(1)</script>'
  const hostile = {
    'x.svg': '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    '..\\..\\x.bat': 'del *.*',
    'a".html': html,
    'a\r\nSet-Cookie: x=1\r\n\r\n<b>.txt': html,
    [`${'n'.repeat(300)}.png`]: html,
    'exe.\u202egpj.html': html,
  }
  const clean = [
    'x.svg',
    'x.bat',
    // What would break the frame of a form, browsers write so.
    'a%22.html',
    'a%0D%0ASet-Cookie: x=1%0D%0A%0D%0A<b>.txt',
    `${'n'.repeat(196)}.png`,
    'exe.gpj.html',
  ]
  const files = Object.entries(hostile).map(([name, contents]) => ({ name, contents }))
  expect(await give(page, 'drop', files)).toBe(true)
  await expect(names(page)).toHaveText(clean)
  await send(page)
  const links = await opened(page)
  await expect(links).toHaveText(clean)
  for (const link of await links.all()) {
    const answer = await page.request.get((await link.getAttribute('href')) ?? '')
    expect(answer.headers()).toMatchObject({
      'content-disposition': expect.stringMatching(/^attachment; /),
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
      'x-content-type-options': 'nosniff',
    })
    expect(answer.headers()['content-type']).toMatch(
      /^(application\/octet-stream|text\/plain; charset=utf-8)$/,
    )
  }
})
