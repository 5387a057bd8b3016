import { expect, test } from '@playwright/test'
import { elif } from '#src/demo/cast.ts'
import { signIn } from './support/sign-in.ts'

const body = '\u{1F327}'.repeat(270_000)

test('oversize-upload-keeps-text: a form that is too large is refused in words, and Back has the text', async ({
  page,
}) => {
  // A megabyte in a text field takes a browser its time.
  test.slow()
  await signIn(page, elif)
  await page.goto('/tickets/new')
  await page.getByLabel('Subject').fill('A very long story')
  await page.getByLabel('What happened?').fill(body)
  await page.getByRole('button', { name: 'Open the ticket' }).click()
  await expect(page.getByText(/too much at once|more text than the form can take/)).toBeVisible()
  // With scripts the page stays; without them it is another, and Back leads to the form.
  if (!(await page.getByLabel('Subject').isVisible())) await page.goBack()
  await expect(page.getByLabel('Subject')).toHaveValue('A very long story')
  expect((await page.getByLabel('What happened?').inputValue()) === body).toBe(true)
})
