import { expect, type Page, test } from '@playwright/test'
import { axeFaultsOf, faultsOf } from './examine.ts'
import { refusal } from './rules/refusal.ts'
import { addressesFor, type Role, visitor } from './visits.ts'

test.describe.configure({ mode: 'parallel' })

// Whoever is nobody or an administrator meets every form between them, but for those of a customer's own tickets.
const askers: Role[] = ['nobody', 'requester', 'administrator']

for (const role of askers)
  test(`A form that ${role} sends empty comes back with its errors told, joined and focused, without scripts`, async ({
    browser,
  }) => {
    test.setTimeout(240_000)
    const context = await visitor(browser, role, { scripts: false })
    const page = await context.newPage()
    const faults: string[] = []
    let refused = 0
    for (const address of await addressesFor(context)) {
      await page.goto(address)
      const optional = await page.evaluate(optionalFields)
      // What may be empty throughout is not refused.
      if ((await texts(page).count()) <= optional.length) continue
      await sendEmpty(page)
      // A browser gives the focus when it draws the page, which may be after it has loaded.
      await expect.soft(page.locator('main .errors')).toBeFocused()
      refused += 1
      const found = [
        ...(await refusalFaults(page, optional)),
        ...(await faultsOf(page)),
        ...(await axeFaultsOf(page)),
      ]
      faults.push(...found.map(fault => `${address}: ${fault}`))
    }
    expect(faults).toEqual([])
    expect(refused).toBeGreaterThan(2)
    await context.close()
  })

/** What one writes in, in the form of the page. A form of choices alone is never wrong. */
function texts(page: Page) {
  const chosen = ['hidden', 'radio', 'checkbox', 'file', 'submit'].map(type => `[type="${type}"]`)
  return page.locator(`main form[novalidate] :is(input:not(${chosen}), textarea)`)
}

async function sendEmpty(page: Page) {
  for (const field of await texts(page).all()) await field.fill('')
  const back = page.waitForEvent('load')
  // The button before it keeps files, and asks for nothing else.
  await page.locator('main form[novalidate] button[type="submit"]:not([value="attach"])').first().click()
  await back
}

function optionalFields(): string[] {
  const optional = [...document.querySelectorAll('main form[novalidate] label')].filter(label =>
    label.textContent?.endsWith('(optional)'),
  )
  return optional.map(label => (label as HTMLLabelElement).control?.getAttribute('name') ?? '')
}

async function refusalFaults(page: Page, optional: string[]): Promise<string[]> {
  const title = await page.title()
  const faults = await page.evaluate(refusal, optional)
  return [
    ...(title.startsWith('Error: ') ? [] : [`4 the title of a page with an error begins with it: ${title}`]),
    ...faults,
  ]
}
