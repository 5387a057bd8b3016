import type { Browser, BrowserContext, Page } from '@playwright/test'
import { mira } from '#src/demo/cast.ts'
import { budgets } from './budgets.ts'

// A ten-year-old desktop or a cheap phone on a poor line.
const cpuTimesSlower = 6
const line = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }

/**
 * How long it takes on a slow device until the queue can be read, and until it can be used, in words, and whether the light
 * version is within its budget. A machine that does something else meanwhile is slower than that device.
 */
export async function onSlowDevice(browser: Browser, desk: string): Promise<OnSlowDevice> {
  const { cookieOf } = await import('./every-page.ts')
  const cookie = await cookieOf(mira)
  const lines: string[] = []
  let isWithin = true
  const versions: [string, Record<string, string>][] = [
    ['light', { 'save-data': 'on' }],
    ['full', {}],
  ]
  for (const [version, headers] of versions) {
    const context = await browser.newContext({ extraHTTPHeaders: headers })
    await signInWith(context, cookie, desk)
    const page = await context.newPage()
    const { readable, usable, settled } = await timesOf(page, `${desk}/desk/queues/all`)
    if (version === 'light') isWithin = readable <= most.readable && usable <= most.usable
    lines.push(
      `On a slow device (CPU 6 times slower, 400 ms, 400 kbit/s) the queue in the ${version} version can be read after ` +
        `${readable} ms and used after ${usable} ms; everything has come after ${settled} ms.`,
    )
    await context.close()
  }
  return { lines, isWithin }
}

type OnSlowDevice = { lines: string[]; isWithin: boolean }

const most = budgets.slowDevice

/**
 * Readable is the first paint with the last row of the table in the document, usable is when the document has been read to its
 * end: links, filters and forms work from then on, without any script.
 */
async function timesOf(page: Page, address: string) {
  const device = await page.context().newCDPSession(page)
  await device.send('Network.enable')
  await device.send('Network.emulateNetworkConditions', line)
  await device.send('Emulation.setCPUThrottlingRate', { rate: cpuTimesSlower })
  await page.goto(address, { waitUntil: 'load', timeout: 120_000 })
  // A busy browser tells of its first paint a while after the page has loaded.
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
  const times = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    const paint = performance.getEntriesByName('first-contentful-paint')[0]
    return {
      painted: paint?.startTime ?? 0,
      parsed: navigation?.domInteractive ?? 0,
      loaded: navigation?.loadEventStart ?? 0,
    }
  })
  const round = (milliseconds: number) => Math.round(milliseconds / 10) * 10
  return {
    readable: round(times.painted),
    usable: round(Math.max(times.painted, times.parsed)),
    settled: round(times.loaded),
  }
}

/** Gives a browser the session that this cookie is. */
export async function signInWith(context: BrowserContext, cookie: string, desk: string): Promise<void> {
  const [name = '', value = ''] = cookie.split('=')
  if (name) await context.addCookies([{ name, value, url: desk }])
}
