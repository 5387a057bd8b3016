import { expect } from '@playwright/test'
import { buttonOn, comeAs, fillIn, formsWithToken, newMark } from '#tests/e2e/support/fill-form.ts'
import type { BrowserFault } from '#tests/support/browser-wire.ts'
import { test } from './desk-test.ts'

const places: [string, BrowserFault][] = [
  ['before the request arrives', { kind: 'drop' }],
  ['half-way through the body', { kind: 'cut-request', bytes: 300 }],
  ['during the response', { kind: 'cut-answer', bytes: 60 }],
]

// Without scripts: the browser says by itself that the line is broken, and refreshing that sends the form again. Every
// form meets the worst of it, where all is done and nobody hears of it, and one other place.
for (const [index, [key, form]] of formsWithToken.entries())
  for (const [where, fault] of [
    ['after the commit and before the response', { kind: 'cut-answer', bytes: 0 }] as const,
    ...places.slice(index % places.length).slice(0, 1),
  ])
    test(`${key}: when the line breaks ${where}, it is done once after refreshing`, async ({
      visit,
      wire,
    }) => {
      const page = await visit(false)
      const address = await form.page()
      if (form.by) await comeAs(page.context(), form.by)
      const mark = newMark()
      const there = wire.address + address
      await page.goto(there)
      await fillIn(page, form.typed(mark))
      wire.once(fault)
      // It waits until the browser shows what came of it: another page, or its own words about the line.
      await buttonOn(page, form).click()
      await expect(async () => {
        await page.reload()
        await expect(page).toHaveURL(url => url.href.startsWith(wire.address) && url.href !== there)
      }).toPass()
      expect(await form.done(mark, address)).toBe(1)
      expect(wire.pending).toBe(false)
    })
