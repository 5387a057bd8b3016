import { expect, type Page, test } from '@playwright/test'
import { faultsOf, rules } from './examine.ts'
import { documentFaults } from './rules/document.ts'
import { refusal } from './rules/refusal.ts'
import { skip, walk } from './rules/tab.ts'
import { text } from './specimens/document.ts'
import { forms } from './specimens/forms.ts'
import { geometry } from './specimens/geometry.ts'
import { type Specimens, sound } from './specimens/page.ts'
import { mayBeEmpty, refusals, refused } from './specimens/refusal.ts'
import { structure } from './specimens/structure.ts'
import { keyboard } from './specimens/tab.ts'
import { wording } from './specimens/words.ts'

test.describe.configure({ mode: 'parallel' })

// A rule that does not notice a page that breaks it is worth nothing, and neither is one that finds fault with any page.
const inPages: Record<string, Specimens> = { ...structure, ...wording, ...forms, ...geometry }

test('A page that keeps every rule has no fault', async ({ page }) => {
  await show(page, sound)
  expect(await faultsOf(page)).toEqual([])
  expect(documentFaults(sound)).toEqual([])
  expect(await byKeys(page, sound)).toEqual([])
  expect(await inRefusal(page, refused)).toEqual([])
})

test('Each rule has pages that break it', () => {
  expect(Object.keys(inPages).sort()).toEqual(Object.keys(rules).sort())
})

for (const [rule, specimens] of Object.entries(inPages))
  test(`A page that breaks it is found by the rule: ${rule}`, async ({ page }) => {
    const look = async (html: string) => {
      await show(page, html)
      return faultsOf(page)
    }
    expect(await unnoticed(sound, specimens, `${rule}: `, look)).toEqual([])
  })

for (const [item, specimens] of Object.entries(text))
  test(`Text that breaks item ${item} is found`, async () => {
    expect(await unnoticed(sound, specimens, `${item} `, async html => documentFaults(html))).toEqual([])
  })

for (const [item, specimens] of Object.entries(keyboard))
  test(`A page that breaks item ${item} is found by its keys`, async ({ page }) => {
    expect(await unnoticed(sound, specimens, `${item}: `, html => byKeys(page, html))).toEqual([])
  })

for (const [item, specimens] of Object.entries(refusals))
  test(`A refusal that breaks item ${item} is found`, async ({ page }) => {
    expect(await unnoticed(refused, specimens, `${item} `, html => inRefusal(page, html))).toEqual([])
  })

type Look = (html: string) => Promise<string[]>

/** The names of those pages in which `look` tells of no fault that begins so. */
async function unnoticed(whole: string, specimens: Specimens, beginning: string, look: Look) {
  const names: string[] = []
  for (const [name, [from, to]] of Object.entries(specimens)) {
    const html = whole.replace(from, to)
    expect(html, name).not.toBe(whole)
    const faults = await look(html)
    if (!faults.some(fault => fault.startsWith(beginning))) names.push(name)
  }
  return names
}

async function byKeys(page: Page, html: string): Promise<string[]> {
  await show(page, html)
  const faults = await walk(page)
  await show(page, html)
  return [...faults, ...(await skip(page))]
}

async function inRefusal(page: Page, html: string): Promise<string[]> {
  await show(page, html)
  return page.evaluate(refusal, mayBeEmpty)
}

async function show(page: Page, body: string) {
  await page.unrouteAll()
  await page.route('**/*', route => route.fulfill({ body, contentType: 'text/html' }))
  await page.goto('http://desk.example/pier')
}
