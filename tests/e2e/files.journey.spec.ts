import { expect, type Page, test } from '@playwright/test'
import { elif, jonas, mira } from '#src/demo/cast.ts'
import { newCustomer } from '#tests/support/newcomers.ts'
import { photo } from '#tests/support/pictures.ts'
import { openTicketAs } from './support/open-ticket.ts'
import { fillSignIn, signIn } from './support/sign-in.ts'

const text = (name: string, contents: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(contents),
})
const picture = () => ({ name: 'pier.jpg', mimeType: 'image/jpeg', buffer: photo(6) })

const field = (page: Page) => page.getByLabel('Files (optional)')
const kept = (page: Page) => page.getByRole('list', { name: 'Attached files' }).getByRole('listitem')
const names = (page: Page) => kept(page).locator('bdi')
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** What a message of the page has, by name. */
const attached = (page: Page) => page.getByRole('article').getByRole('link')

async function fillTicket(page: Page, subject = `Files ${crypto.randomUUID()}`) {
  await page.goto('/tickets/new')
  await page.getByLabel('Subject').fill(subject)
  await page.getByLabel('What happened?').fill('See the photo.')
}

test('Files are chosen, attached, taken out and sent, and what is left of them stands below the message', async ({
  page,
}) => {
  await signIn(page, elif)
  await fillTicket(page)

  await test.step('attached before anything is sent, with what is written in its place', async () => {
    await field(page).setInputFiles([picture(), text('log.txt', 'Gate 4 shut')])
    await press(page, 'Attach')
    await expect(kept(page)).toHaveText([
      'pier.jpg (JPEG picture, 70 kB) Remove',
      'log.txt (Text, 11 bytes) Remove',
    ])
    await expect(page.getByText('Nothing was sent yet.')).toBeVisible()
    await expect(page.getByLabel('What happened?')).toHaveValue('See the photo.')
    await expect(page).not.toHaveTitle(/^Error/)
  })

  await test.step('the same again is there once, and one is taken out', async () => {
    await field(page).setInputFiles([text('log.txt', 'Gate 4 shut'), text('other.txt', 'by mistake')])
    await press(page, 'Attach')
    await expect(names(page)).toHaveText(['pier.jpg', 'log.txt', 'other.txt'])
    await press(page, 'Remove other.txt')
    await expect(names(page)).toHaveText(['pier.jpg', 'log.txt'])
    await expect(page.getByText('“other.txt” was removed. Nothing was sent yet.')).toBeVisible()
  })

  await test.step('one more is chosen and sent in one go', async () => {
    await field(page).setInputFiles(text('../../late.txt', 'the last'))
    await press(page, 'Open the ticket')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('We have your ticket')
    await page.goto(page.url().replace(/\/opened.*/, ''))
    await expect(attached(page)).toHaveText(['pier.jpg', 'log.txt', 'late.txt'])
  })
})

test('A form with something wrong, or with a file that is too large, keeps its files and its text', async ({
  page,
}) => {
  await signIn(page, elif)
  await page.goto('/tickets/new')
  await page.getByLabel('What happened?').fill('See the photo.')
  await field(page).setInputFiles(picture())
  await press(page, 'Open the ticket')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Write a subject')
  await expect(names(page)).toHaveText(['pier.jpg'])

  const large = { name: 'log.zip', mimeType: 'application/zip', buffer: Buffer.alloc(10_000_001, 'PK') }
  await field(page).setInputFiles([large, { ...large, name: 'nothing.txt', buffer: Buffer.alloc(0) }])
  await page.getByLabel('Subject').fill('A bent sign')
  await press(page, 'Open the ticket')
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    '“log.zip” has 10.0 MB. A file may have 10 MB at most.',
  )
  await expect(page.getByRole('main').getByRole('alert')).toContainText('“nothing.txt” is empty.')
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.getByLabel('Subject')).toHaveValue('A bent sign')
  await expect(page.getByLabel('What happened?')).toHaveValue('See the photo.')
  await expect(names(page)).toHaveText(['pier.jpg'])
})

test('Files that are too much at once come one by one with scripts, else they are refused and the text is kept', async ({
  page,
}, { project }) => {
  test.slow()
  await signIn(page, elif)
  await fillTicket(page, 'Three films')
  const film = (name: string) => ({ name, mimeType: 'video/mp4', buffer: Buffer.alloc(9_000_000, name) })
  await field(page).setInputFiles([film('a'), film('b'), film('c')])
  await press(page, 'Open the ticket')
  if (project.name === 'with-scripts') {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('We have your ticket', {
      timeout: 60_000,
    })
    return
  }
  await expect(page.getByText('A form may hold up to 21 megabytes')).toBeVisible()
  if (!(await page.getByLabel('Subject').isVisible())) await page.goBack()
  await expect(page.getByLabel('Subject')).toHaveValue('Three films')
  await expect(page.getByLabel('What happened?')).toHaveValue('See the photo.')
})

test('Files that are sent after the session ended are back with the form after signing in', async ({
  page,
  context,
}) => {
  const writer = await newCustomer()
  await signIn(page, writer)
  await fillTicket(page)
  await field(page).setInputFiles(text('first.txt', 'one'))
  await press(page, 'Attach')
  await expect(names(page)).toHaveText(['first.txt'])
  await context.clearCookies({ name: /holdfast$/ })
  await field(page).setInputFiles(text('second.txt', 'two'))
  await press(page, 'Open the ticket')
  await expect(page.getByRole('heading', { name: 'We kept your new ticket' })).toBeVisible()
  await fillSignIn(page, writer)
  await expect(page.getByLabel('What happened?')).toHaveValue('See the photo.')
  await expect(names(page)).toHaveText(['first.txt', 'second.txt'])
  await press(page, 'Open the ticket')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('We have your ticket')
})

test('An agent’s files stay through a conflict and in a draft, and go with the note', async ({
  page,
  browser,
}) => {
  const customer = await (await browser.newContext()).newPage()
  await signIn(customer, elif)
  const reference = await openTicketAs(customer, `Files of an agent ${crypto.randomUUID()}`)
  await signIn(page, jonas)
  await page.goto(`/desk/tickets/${reference}`)
  await page.getByLabel('Your text').fill('Here is the plan.')
  await field(page).setInputFiles(text('plan.txt', 'Row A, row B'))

  await test.step('somebody else was faster', async () => {
    const other = await (await browser.newContext()).newPage()
    await signIn(other, mira)
    await other.goto(`/desk/tickets/${reference}/note`)
    await other.getByLabel('Your note').fill('I know this sign.')
    await press(other, 'Add the note')
    await press(page, 'Send')
    await expect(page.getByRole('region', { name: 'Written while you were typing' })).toContainText(
      'I know this sign.',
    )
    await expect(names(page)).toHaveText(['plan.txt'])
  })

  await test.step('kept as a draft, they are there again', async () => {
    await press(page, 'Keep as draft')
    await expect(page.getByRole('status').first()).toHaveText('Your draft was kept. Nothing was sent.')
    await page.goto(`/desk/tickets/${reference}`)
    await expect(page.getByLabel('Your text')).toHaveValue('Here is the plan.')
    await expect(names(page)).toHaveText(['plan.txt'])
  })

  await test.step('without words they are not sent, and not lost', async () => {
    await page.getByLabel('Your text').fill('')
    await press(page, 'Send')
    await expect(page.getByRole('main').getByRole('alert')).toContainText(
      'Write a few words to go with the files',
    )
    await expect(names(page)).toHaveText(['plan.txt'])
  })

  await test.step('sent, the customer has them', async () => {
    await page.getByLabel('Your text').fill('Here is the plan.')
    await press(page, 'Send')
    await expect(page.getByRole('status').first()).toContainText('sent')
    await customer.goto(`/tickets/${reference}`)
    await expect(attached(customer)).toHaveText(['plan.txt'])
  })
})
