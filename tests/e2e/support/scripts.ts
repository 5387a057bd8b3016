import { expect, type Page } from '@playwright/test'

/** The addresses of the scripts that a page names itself, without those that its scripts ask for when they are there. */
export async function scriptsOf(page: Page, path: string): Promise<string[]> {
  const answer = await page.request.get(path)
  const named = [...(await answer.text()).matchAll(/<script [^>]*src="([^"]+)"[^>]*>/g)]
  const forAll = named.filter(([tag]) => !/nomodule/i.test(tag))
  return forAll.map(([, address = '']) => new URL(address, answer.url()).href)
}

/** Waits until React has taken over the form of the page that is open. */
export async function untilAtWork(page: Page) {
  await expect(async () => {
    const atWork = () =>
      Object.keys(document.querySelector('main form') ?? {}).some(key => key.startsWith('__react'))
    expect(await page.evaluate(atWork)).toBe(true)
  }).toPass()
}

/** Waits until the page that is open has what its scripts ask for when they are there: the patience of its forms. */
export async function untilPatient(page: Page) {
  const own = await scriptsOf(page, page.url())
  await expect(async () => {
    const arrived = () =>
      performance
        .getEntriesByType('resource')
        .filter(entry => entry instanceof PerformanceResourceTiming && entry.responseEnd > 0)
        .map(({ name }) => name)
    const later = (await page.evaluate(arrived)).filter(name => name.endsWith('.js') && !own.includes(name))
    expect(later).not.toEqual([])
  }).toPass()
}
