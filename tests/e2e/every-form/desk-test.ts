import { setTimeout as wait } from 'node:timers/promises'
import { type BrowserContext, test as base, type Page } from '@playwright/test'
import { type FaultyDesk, openFaultyDesk } from '#tests/e2e/desk/faulty-desk.ts'
import { BrowserWire } from '#tests/support/browser-wire.ts'
import { shutMailboxesUrl } from '#tests/support/shut-mailboxes.ts'
import { newAddress } from '#tests/support/visit.ts'

const settings = {
  // Nothing is sent by this process; with a mail server it shows the form that has a mail tried again.
  SMTP_URL: 'smtp://127.0.0.1:9',
  IMAP_URL: shutMailboxesUrl,
  MAIL_FROM: 'Holdfast <desk@holdfast.test>',
  // Each visitor comes from an address of their own, so that the limits on tries are real and in nobody's way.
  TRUSTED_PROXY_HEADER: 'x-forwarded-for',
}

export const modes = { 'with scripts': true, 'without scripts': false }

type EachTest = { visit: (javaScriptEnabled: boolean) => Promise<Page> }
type EachWorker = {
  desk: FaultyDesk
  wire: BrowserWire
  browserOf: (javaScriptEnabled: boolean) => Promise<BrowserContext>
}

/**
 * A test on a desk that has every form, which is opened once a worker. `visit` resolves to a page of somebody who
 * comes for the first time, though the browser has the scripts already. `wire` is another address of the desk, whose
 * line can be broken.
 */
export const test = base.extend<EachTest, EachWorker>({
  desk: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants it so
    async ({}, use) => {
      const desk = await openFaultyDesk(settings)
      await use(desk)
      await desk.close()
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  wire: [
    async ({ desk }, use) => {
      const wire = await BrowserWire.before(desk.address)
      await use(wire)
      await wire.close()
    },
    { scope: 'worker' },
  ],
  browserOf: [
    async ({ browser, desk }, use) => {
      const opened = new Map<boolean, Promise<BrowserContext>>()
      await use(javaScriptEnabled => {
        const known =
          opened.get(javaScriptEnabled) ?? browser.newContext({ baseURL: desk.address, javaScriptEnabled })
        opened.set(javaScriptEnabled, known)
        return known
      })
    },
    { scope: 'worker' },
  ],
  visit: async ({ browserOf }, use) => {
    const pages: Page[] = []
    await use(async javaScriptEnabled => {
      const context = await browserOf(javaScriptEnabled)
      await context.clearCookies()
      await context.setExtraHTTPHeaders({ 'x-forwarded-for': newAddress() })
      const page = await context.newPage()
      pages.push(page)
      return page
    })
    // A test ends when the database has what was sent. The browser may be on its way to the next page then, and now and
    // then it does not close such a page; it ends with the browser.
    for (const page of pages) await Promise.race([page.close(), wait(10_000, undefined, { ref: false })])
  },
})
