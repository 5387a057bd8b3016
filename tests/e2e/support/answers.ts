import type { Page, Route } from '@playwright/test'

/** What becomes of the answer to a form that the browser sends by script. */
type Fate = (route: Route) => Promise<void>

/** The desk has done it, and nobody hears of it. */
export const lost: Fate = async route => {
  await route.fetch({ maxRedirects: 0 })
  await route.abort()
}

/** Something between the browser and the desk answers in its place. */
export const badGateway: Fate = route =>
  route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>502 Bad Gateway</h1>' })

/** The desk answers, and these words of its answer are others. */
export const changed =
  (pattern: RegExp, words: string): Fate =>
  async route => {
    const response = await route.fetch({ maxRedirects: 0 })
    await route.fulfill({ response, body: (await response.text()).replace(pattern, words) })
  }

/** Lets the forms that this page sends meet these fates, one after the other; what comes after them passes. */
export async function meet(page: Page, fates: Fate[]): Promise<void> {
  const left = [...fates]
  await page.route('**', async route => {
    const fate = route.request().method() === 'POST' ? left.shift() : undefined
    await (fate ? fate(route) : route.continue())
  })
}
