import { expect } from '@playwright/test'
import { badGateway, lost, meet } from '#tests/e2e/support/answers.ts'
import {
  buttonOn,
  chooseFile,
  expectFilled,
  fillIn,
  formsWithToken,
  openForm,
} from '#tests/e2e/support/fill-form.ts'
import { untilPatient } from '#tests/e2e/support/scripts.ts'
import { filesSent } from '#tests/support/forms/ticket-traces.ts'
import { test } from './desk-test.ts'

test.describe('lost-ack-retry', () => {
  for (const [key, form] of formsWithToken)
    test(`${key}: waits for a connection and for the desk, keeps what was typed, and is done once`, async ({
      visit,
    }) => {
      const { page, mark, typed, done } = await openForm(await visit(true), form)
      await untilPatient(page)
      await fillIn(page, typed)
      const files = await chooseFile(page, `${mark}.txt`, true)
      await page.context().setOffline(true)
      await buttonOn(page, form).click()
      await expect(page.getByText('Waiting for a connection. Nothing is lost')).toBeVisible()
      await expectFilled(page, typed)

      await meet(page, [badGateway, lost])
      await page.context().setOffline(false)
      const notice = page.getByText('The desk does not answer right now. Nothing is lost')
      await expect(notice).toBeVisible()
      await expectFilled(page, typed)
      await buttonOn(page, form).click()
      await expect(page.getByText('Waiting for a connection. Nothing is lost')).toBeVisible()
      await buttonOn(page, form).click()
      await expect(page.getByRole('button', { name: 'Stop waiting' })).toBeHidden()
      await expect(page).not.toHaveTitle(/^Error: |did not work/)
      expect(await done()).toBe(1)
      expect(await filesSent(mark)).toEqual(files)
    })
})
