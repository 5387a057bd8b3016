import { expect } from '@playwright/test'
import { buttonOn, fieldsOn, fillIn, formOn, formsWithToken, openForm } from '#tests/e2e/support/fill-form.ts'
import { modes, test } from './desk-test.ts'

// More than any form takes of text, at once. Lines, because a browser takes its time to break a word of a megabyte.
const flood = 'It rained on the pier.'.repeat(52_000)

for (const [mode, javaScriptEnabled] of Object.entries(modes))
  test.describe(mode, () => {
    for (const [key, form] of formsWithToken) {
      const [field] = form.texts
      if (field === undefined) continue

      test(`${key}: more than the desk takes is refused in words, and all of it is still there`, async ({
        visit,
      }) => {
        const { page, typed, done } = await openForm(await visit(javaScriptEnabled), form)
        const all = `${typed[field]} ${flood}`
        await fillIn(page, { ...typed, [field]: all })
        await buttonOn(page, form).click()
        await expect(
          page.getByText(/too much at once|more text than the form can take/).first(),
        ).toBeVisible()
        // With scripts the page stays; without them it is another, and Back leads to the form.
        if (!(await formOn(page).isVisible())) await page.goBack()
        expect((await fieldsOn(page, field).inputValue()) === all).toBe(true)
        expect(await done()).toBe(0)
      })
    }
  })
