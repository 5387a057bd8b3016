import { type Browser, expect } from '@playwright/test'
import type { Driver } from './driver.ts'

/** Chromium as the project of the run has set it up: with scripts, without, or at a desk that forbids them. */
export async function openChromium(browser: Browser): Promise<Driver> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const main = page.getByRole('main')
  return {
    goto: async path => {
      await page.goto(path)
    },
    follow: link =>
      page
        .getByRole('link', { name: beginning(link) })
        .first()
        .click(),
    fill: (label, text) => page.getByLabel(beginning(label)).first().fill(text),
    tick: label => {
      const named = { name: beginning(label) }
      return main.getByRole('radio', named).or(main.getByRole('checkbox', named)).first().check()
    },
    choose: async (label, option) => {
      await page.getByLabel(label, { exact: true }).selectOption(option)
    },
    press: button => page.getByRole('button', { name: button, exact: true }).first().click(),
    reads: async (...words) => {
      for (const some of words)
        await expect(page.getByText(some).filter({ visible: true }).first()).toBeVisible()
    },
    readsNowhere: async words => {
      await expect(main).toBeVisible()
      expect(await page.content()).not.toContain(words)
    },
    holds: (label, text) => expect(page.getByLabel(beginning(label)).first()).toHaveValue(text),
    close: () => context.close(),
  }
}

function beginning(words: string): RegExp {
  return new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\w)`)
}
