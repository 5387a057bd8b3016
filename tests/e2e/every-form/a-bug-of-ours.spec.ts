import { expect, type Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { db } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import {
  buttonOn,
  chooseFile,
  expectFilled,
  expectListed,
  fillIn,
  formsWithToken,
  openForm,
} from '#tests/e2e/support/fill-form.ts'
import { personIn } from '#tests/support/forms/auth-forms.ts'
import { filesSent } from '#tests/support/forms/ticket-traces.ts'
import { modes, test } from './desk-test.ts'
import { ToldFaults } from './told-faults.ts'

let faults: ToldFaults

test.beforeAll(async () => {
  faults = await ToldFaults.on(process.env.DATABASE_URL_DIRECT ?? '')
})
test.afterEach(() => faults.forget())
test.afterAll(() => faults.end())

for (const [mode, javaScriptEnabled] of Object.entries(modes))
  test.describe(mode, () => {
    for (const [key, form] of formsWithToken)
      test(`${key}: a bug of ours gives the text back with a reference, writes nothing, and sending again is enough`, async ({
        desk,
        visit,
      }) => {
        const { page, mark, typed, done } = await openForm(await visit(javaScriptEnabled), form)
        await fillIn(page, typed)
        const files = await chooseFile(page, `${mark}.txt`, javaScriptEnabled)
        await faults.tell(await wordOf(page, key, typed))
        const posted = page.waitForResponse(answer => answer.request().method() === 'POST')
        await buttonOn(page, form).click()
        const said = page.getByRole('main').getByRole('alert')
        await expect(said).toContainText('Something went wrong on our side, so nothing was saved.')
        if (!javaScriptEnabled) expect((await posted).status()).toBe(500)
        await expect(page).toHaveTitle(/^Error: /)
        const { password, ...kept } = typed
        await expectFilled(page, kept)
        await expectListed(page, files)
        expect(await done()).toBe(0)
        const reference = /reference (\S+)\./.exec((await said.textContent()) ?? '')?.[1] ?? 'none'
        await expect.poll(() => desk.log().split(reference).length - 1).toBe(1)
        expect(desk.log()).not.toContain(mark)

        await faults.forget()
        if (password) await fillIn(page, { password })
        await buttonOn(page, form).click()
        await expect.poll(done).toBe(1)
        expect(await filesSent(mark)).toEqual(files)
      })
  })

/** A word that only the row of this one submission holds. */
async function wordOf(page: Page, key: string, typed: Record<string, string>): Promise<string> {
  if (key === 'auth/confirm-address') return personIn(new URL(page.url()).searchParams.get('token') ?? '')
  if (key === 'auth/sign-in') {
    const [person] = await db
      .select()
      .from(user)
      .where(eq(user.email, typed.email ?? ''))
    return person?.id ?? ''
  }
  const token = await page.locator('main input[name="k"]').getAttribute('value')
  return token?.split('.')[0] ?? ''
}
