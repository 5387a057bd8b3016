import { type BrowserContext, expect } from '@playwright/test'
import { eq, sql } from 'drizzle-orm'
import { jonas, mira, tom } from '#src/demo/cast.ts'
import type { Actor } from '#src/lib/actor.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { session } from '#src/lib/db/tables/identity.ts'
import { heldSubmissions } from '#src/lib/db/tables/system.ts'
import { unseal } from '#src/lib/forms/seal.ts'
import {
  buttonOn,
  chooseFile,
  comeAs,
  expectFilled,
  expectListed,
  fillIn,
  formsWithToken,
  newMark,
} from '#tests/e2e/support/fill-form.ts'
import { fillSignIn } from '#tests/e2e/support/sign-in.ts'
import { filesSent } from '#tests/support/forms/ticket-traces.ts'
import { letSignIn, newColleague, newCustomer } from '#tests/support/newcomers.ts'
import { modes, test } from './desk-test.ts'

type Someone = { userId: string; email: string }
type Ending = (context: BrowserContext, token: string, other: Someone) => Promise<unknown>

/** The ways in which a session goes while somebody writes. Each form meets one of them, and another one in each mode. */
const endings: Record<string, Ending> = {
  'was deleted': (_context, token) =>
    transaction('test', tx => tx.delete(session).where(eq(session.token, token))),
  'has expired': (_context, token) =>
    transaction('test', tx =>
      tx.update(session).set({ expiresAt: sql`now() - interval '1 minute'` }).where(eq(session.token, token)),
    ),
  'was ended in another tab': async context => {
    const tab = await context.newPage()
    await tab.goto('/help')
    await tab.getByRole('button', { name: 'Sign out' }).click()
    await expect(tab.getByRole('status')).toHaveText('You are signed out.')
    await tab.close()
  },
  'went with the cookies': context => context.clearCookies(),
  'is now that of somebody else': (context, _token, other) => comeAs(context, other),
}

const ways = Object.entries(endings)
const forms = formsWithToken.flatMap(([key, form]) => (form.by ? [{ key, form, somebody: form.by }] : []))

for (const [mode, javaScriptEnabled] of Object.entries(modes))
  test.describe(`expired-session-keeps-text, ${mode}`, () => {
    for (const [index, { key, form, somebody }] of forms.entries()) {
      const [way, end] = ways[(index + (javaScriptEnabled ? 0 : 2)) % ways.length] ?? ['', async () => {}]

      test(`${key}: what is sent when the session ${way} is back for its writer alone, and done once`, async ({
        visit,
      }) => {
        const page = await visit(javaScriptEnabled)
        const address = await form.page()
        // Whose it is may be known only now.
        const by = form.by ?? somebody
        const writer = await writerOf(address, by)
        const token = await comeAs(page.context(), writer)
        const mark = newMark()
        const typed = form.typed(mark)
        await page.goto(address)
        await fillIn(page, typed)
        const files = await chooseFile(page, `${mark}.txt`, javaScriptEnabled)
        const other = await otherThan(by)
        await end(page.context(), token, other)
        await buttonOn(page, form).click()
        await expect(page.getByRole('heading', { name: /^We kept / })).toBeVisible()
        expect(await form.done(mark, address)).toBe(0)
        expect(await heldFieldsOf(writer, key, address)).toEqual(expect.arrayContaining(Object.keys(typed)))

        await expectHiddenFrom(other, page.context(), address, mark)
        await fillSignIn(page, writer)
        await expect(page.getByRole('status').filter({ hasText: /^We kept / })).toContainText(
          'Check it and send.',
        )
        expect(new URL(page.url()).pathname).toBe(new URL(address, page.url()).pathname)
        await expectFilled(page, typed)
        await expectListed(page, files)
        expect(await form.done(mark, address)).toBe(0)
        await buttonOn(page, form).click()
        await expect.poll(() => form.done(mark, address)).toBe(1)
        expect(await heldFieldsOf(writer, key, address)).toEqual([])
        expect(await filesSent(mark)).toEqual(files)
      })
    }
  })

test('No form that can be held asks for a password', () => {
  for (const { key, form } of forms) expect(Object.keys(form.typed(newMark())), key).not.toContain('password')
})

/** A form that is about nothing yet would be back for everybody else who tests with the same person. */
async function writerOf(address: string, by: Actor): Promise<Someone> {
  if (!/\/(new|invite|account)$/.test(address)) {
    await letSignIn(by)
    return by
  }
  return by.kind === 'agent' ? newColleague(by.role) : newCustomer()
}

/** Somebody who may open the same pages, as far as there is anybody. */
async function otherThan(by: Actor): Promise<Someone> {
  if (by.kind !== 'agent') return tom
  if (by.role === 'admin') return newColleague('admin')
  return by.userId === mira.userId ? jonas : mira
}

/** The names of all fields that are held for this person, of this form about this. */
async function heldFieldsOf({ userId }: Someone, key: string, address: string): Promise<string[]> {
  const plain = (text: string) => text.replaceAll('-', '')
  const held = await db.select().from(heldSubmissions).where(eq(heldSubmissions.personId, userId))
  return held
    .filter(({ action }) => action === key.replace('/', '.').split(' ')[0])
    .filter(({ about }) => about.split(' ').every(name => plain(address).includes(plain(name))))
    .flatMap(({ sealed }) => Object.keys(JSON.parse(unseal(userId, sealed) ?? '{}')))
}

/** Somebody else comes to the same machine and the same page, and goes again. */
async function expectHiddenFrom(other: Someone, context: BrowserContext, address: string, mark: string) {
  const tab = await context.newPage()
  await comeAs(context, other)
  await tab.goto(address)
  await expect(tab.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(tab.getByText(/^We kept/)).toHaveCount(0)
  expect(await tab.content()).not.toContain(mark)
  await context.clearCookies({ name: /holdfast$/ })
  await tab.close()
}
