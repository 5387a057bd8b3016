import { expect } from '@playwright/test'
import { jonas } from '#src/demo/cast.ts'
import { parseReference } from '#src/tickets/reference.ts'
import {
  buttonOn,
  chooseFile,
  expectFilled,
  expectListed,
  fillIn,
  formsWithToken,
  openForm,
} from '#tests/e2e/support/fill-form.ts'
import { bring } from '#tests/support/desk.ts'
import { filesSent } from '#tests/support/forms/ticket-traces.ts'
import { modes, test } from './desk-test.ts'

/** The forms in which an agent writes about a ticket, where a colleague may have written meanwhile. */
const withRivals = formsWithToken.filter(([key]) =>
  ['tickets/add-note', 'tickets/compose', 'tickets/reply desk'].includes(key),
)

for (const [mode, javaScriptEnabled] of Object.entries(modes))
  test.describe(mode, () => {
    for (const [key, form] of withRivals)
      test(`${key}: what a colleague wrote first is shown, text and file stay, and are sent once`, async ({
        visit,
      }) => {
        const { page, address, mark, typed, done } = await openForm(await visit(javaScriptEnabled), form)
        await fillIn(page, typed)
        const files = await chooseFile(page, `${mark}.txt`, javaScriptEnabled)
        expect(files).toHaveLength(1)
        await bring(referenceIn(address), jonas, { note: 'I know this pier.' })
        await buttonOn(page, form).click()
        const news = page.getByRole('region', { name: 'Written while you were typing' })
        await expect(news).toContainText('I know this pier.')
        await expectFilled(page, typed)
        await expectListed(page, files)
        expect([await done(), await filesSent(mark)]).toEqual([0, []])

        await buttonOn(page, form).click()
        await expect.poll(done).toBe(1)
        expect(await filesSent(mark)).toEqual(files)
      })
  })

function referenceIn(address: string): string {
  const read = parseReference(address.split('/')[3] ?? '')
  if (!read.ok) throw new Error(`There is no ticket at ${address}`)
  return read.reference
}
