import { expect, test } from '@playwright/test'
import { elif, mira } from '#src/demo/cast.ts'
import { deskPath, portalPath } from '#src/tickets/paths.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { reply } from '#src/tickets/reply.ts'
import { act, asked, bring } from '#tests/support/desk.ts'
import { newCustomer } from '#tests/support/newcomers.ts'
import { comeAs } from './support/fill-form.ts'

const look = 'Save draft and look for new activity'
const none = 'Nothing has changed since you looked.'
const some = 'There is something new since you looked.'

test('Who is writing can look for what is new, is told whether there is any, and keeps what they wrote', async ({
  page,
}) => {
  const reference = await asked(elif, `Left on the pier ${crypto.randomUUID()}`)
  await comeAs(page.context(), mira)
  await page.goto(deskPath(reference))
  const said = page.getByRole('main').getByRole('status').first()
  await page.getByRole('button', { name: look }).click()
  await expect(said).toHaveText(none)
  await page.getByLabel('Your text').fill('We look for it.')
  await act(reply, elif, { reference, seen: 0, body: 'It is a red one.' })
  await page.getByRole('button', { name: look }).click()
  await expect(said).toHaveText(`Your draft was kept. ${some}`)
  await expect(page).toHaveTitle(/^Your draft was kept\./)
  await expect(page.getByText('It is a red one.')).toBeVisible()
  await expect(page.getByLabel('Your text')).toHaveValue('We look for it.')
  await page.getByRole('button', { name: look }).click()
  await expect(said).toHaveText(`Your draft was kept. ${none}`)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(said).toHaveText('Your reply was sent.')
})

test('A customer looks for an answer, and a note for colleagues is none', async ({ page }) => {
  const person = { kind: 'customer' as const, ...(await newCustomer()) }
  const reference = await asked(person)
  await comeAs(page.context(), person)
  await page.goto(portalPath(reference))
  const said = page.getByRole('main').getByRole('status').first()
  await bring(reference, mira, { note: 'She has called before.' })
  await page.getByRole('button', { name: look }).click()
  await expect(said).toHaveText(none)
  await bring(reference, mira, { reply: 'We have found it.' })
  await page.getByRole('button', { name: look }).click()
  await expect(said).toHaveText(some)
  await expect(page.getByText('We have found it.')).toBeVisible()

  await test.step('in the list as well', async () => {
    await page.goto('/tickets')
    const again = page.getByRole('link', { name: 'Look for new activity' })
    await again.click()
    await expect(said).toHaveText(none)
    await bring(reference, mira, { note: 'She was glad.' })
    await again.click()
    await expect(said).toHaveText(none)
    await bring(reference, mira, { reply: 'It waits at the office.' })
    await again.click()
    await expect(said).toHaveText(some)
  })
})

test('A queue says whether it has changed, and keeps its filters', async ({ page }) => {
  const reference = await asked(elif, `Left on the pier ${crypto.randomUUID()}`)
  await comeAs(page.context(), mira)
  await page.goto(`/desk/queues/all?q=${formatReference(reference)}`)
  const said = page.getByRole('main').getByRole('status').first()
  const again = page.getByRole('link', { name: 'Look for new activity' })
  await again.click()
  await expect(said).toHaveText(none)
  await bring(reference, mira, { priority: 'urgent' })
  await again.click()
  await expect(said).toHaveText(some)
  await expect(page.locator('tbody tr')).toHaveCount(1)
})
