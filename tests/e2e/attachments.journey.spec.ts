import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { mira, tom } from '#src/demo/cast.ts'
import { deskPath, portalPath } from '#src/tickets/paths.ts'
import { newCustomer } from '#tests/support/newcomers.ts'
import { photo, place } from '#tests/support/pictures.ts'
import { ticketWithFiles } from '#tests/support/ticket-with-files.ts'
import { comeAs } from './support/fill-form.ts'

const log = 'grüße vom pier\n'.repeat(40_000)
const sent = () => [
  { name: 'pier 2.jpg', bytes: [photo(6)], description: 'The board says 14:35.' },
  { name: 'תיק „א“.log', bytes: [Buffer.from(log)] },
]

/** Follows the link and reads what the browser saves. */
async function saved(page: Page, name: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name, exact: true }).click(),
  ])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

test('Files stand below the message that has them, and are saved under their names by who may read it', async ({
  browser,
}) => {
  const person = { kind: 'customer' as const, ...(await newCustomer()) }
  const { reference, ofMessage, ofNote } = await ticketWithFiles(person, sent(), [
    { name: 'internal.txt', bytes: [Buffer.from('for us alone')] },
  ])
  const context = await browser.newContext()
  await comeAs(context, person)
  const page = await context.newPage()

  await test.step('the requester sees what they are, and saves them', async () => {
    await page.goto(portalPath(reference))
    const message = page.getByRole('article')
    await expect(message.getByRole('heading', { name: 'Attached files' })).toBeVisible()
    await expect(message.getByRole('listitem')).toHaveText([
      'pier 2.jpg (JPEG picture, 70 kB)The board says 14:35.',
      'תיק „א“.log (Text, 680 kB)',
    ])
    const picture = await saved(page, 'pier 2.jpg')
    expect(picture.name).toBe('pier 2.jpg')
    expect(picture.bytes.includes(place)).toBe(false)
    const text = await saved(page, 'תיק „א“.log')
    expect(text.name).toBe('תיק „א“.log')
    expect(text.bytes.toString()).toBe(log)
    await expect(page.getByRole('heading', { name: 'Messages' })).toBeVisible()
  })

  await test.step('the printed ticket names them', async () => {
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('link', { name: 'pier 2.jpg' })).toBeVisible()
    await page.emulateMedia({ media: 'screen' })
  })

  await test.step('an agent has those of the note as well', async () => {
    const desk = await browser.newContext()
    await comeAs(desk, mira)
    const work = await desk.newPage()
    await work.goto(deskPath(reference))
    await expect(work.getByRole('heading', { name: /^Attached file/ })).toHaveText([
      'Attached files',
      'Attached file',
    ])
    expect((await saved(work, 'internal.txt')).bytes.toString()).toBe('for us alone')
    await desk.close()
  })

  await test.step('for everybody else they do not exist', async () => {
    await page.goto(ofNote[0] ?? '')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page')
    const other = await browser.newContext()
    await comeAs(other, tom)
    const theirs = await other.newPage()
    await theirs.goto(ofMessage[0] ?? '')
    await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('There is no such page')
    await other.close()
  })
  await context.close()
})
