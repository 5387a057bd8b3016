import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { elif, mira, tom } from '#src/demo/cast.ts'
import { scriptFilter } from '#src/lib/http/script-filter.ts'
import { openFaultyDesk } from './desk/faulty-desk.ts'
import { crawl } from './support/crawl.ts'
import { asBrowser } from './support/raw-form.ts'
import { signIn } from './support/sign-in.ts'

const light = { ...asBrowser, 'save-data': 'on' }
const cookie = (version: string) => ({ ...asBrowser, cookie: `holdfast-version=${version}` })
const everyPage =
  /<script|<link[^>]*rel="(preload|modulepreload)"|<div hidden id="S:|<template id="B:|__next_f/

test('whoever saves data, or chose so in this browser, gets pages without any script; who chose the full version does not', async ({
  request,
}) => {
  for (const headers of [light, cookie('light')]) {
    const answer = await request.get('/sign-in', { headers })
    expect(answer.headers()['content-security-policy']).toContain("script-src 'none'")
    expect(answer.headers()).not.toHaveProperty('link')
    expect(await answer.text()).not.toMatch(everyPage)
  }
  for (const headers of [asBrowser, { ...light, ...cookie('full') }])
    expect(await (await request.get('/sign-in', { headers })).text()).toMatch(/<script/)
})

for (const javaScriptEnabled of [true, false])
  test.describe(`in the light version, in a browser with scripts ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled, extraHTTPHeaders: { 'save-data': 'on' } })

    test('a page is two requests at first and one after that, with the icon', async ({ page }) => {
      const asked: string[] = []
      page.on('request', request => asked.push(request.resourceType()))
      const complaints: string[] = []
      page.on('console', message => complaints.push(message.text()))
      await page.goto('/sign-in')
      await page.waitForLoadState('networkidle')
      expect(asked).toEqual(['document', 'stylesheet'])
      await page.getByRole('link', { name: 'Make an account' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      const style = (await page.locator('link[rel="stylesheet"]').first().getAttribute('href')) ?? ''
      const again = await page.request.get(style, { headers: { 'accept-encoding': 'br' } })
      expect(again.headers()['cache-control']).toContain('immutable')
      expect(complaints).toEqual([])
    })

    test('a form is refused, comes back with what was typed, and is sent', async ({ page }) => {
      await signIn(page, elif)
      await page.goto('/tickets/new')
      const words = `The light ferry <script> ${crypto.randomUUID()}`
      await page.getByLabel('What happened').fill(words)
      await page.getByRole('button', { name: 'Open the ticket' }).click()
      await expect(page).toHaveTitle(/^Error: /)
      await expect(page.getByLabel('What happened')).toHaveValue(words)
      expect(await page.locator('script').count()).toBe(0)
      await page.getByLabel('Subject').fill('A light ticket')
      await page.getByRole('button', { name: 'Open the ticket' }).click()
      await page.getByRole('link', { name: 'Read your ticket' }).click()
      await expect(page.getByText(words)).toBeVisible()
      expect(await page.locator('script').count()).toBe(0)
    })
  })

test('one button takes somebody to the light version and back, and to where they came from', async ({
  page,
}) => {
  await page.goto('/help')
  await chooseBy(page, 'Use the light version')
  await expect(page.getByRole('status')).toHaveText('You get the light version from now on.')
  await page.getByRole('link', { name: 'Go back to the page you came from' }).click()
  await expect(page).toHaveURL(/\/help$/)
  expect(await page.locator('script').count()).toBe(0)
  await chooseBy(page, 'Use the full version')
  await expect(page.getByRole('status')).toHaveText('You get the full version from now on.')
  expect(await page.locator('script').count()).toBeGreaterThan(0)
})

test('the choice of somebody who is signed in holds on another machine of theirs, and for nobody else', async ({
  browser,
}) => {
  const [here, there, other] = [await machine(browser), await machine(browser), await machine(browser)]
  await signIn(here, tom)
  await here.goto('/light')
  await chooseBy(here, 'Use the light version')
  await expect(here.getByRole('status')).toBeVisible()
  await signIn(there, tom)
  await signIn(other, elif)
  await there.goto('/tickets')
  await other.goto('/tickets')
  expect(await there.locator('script').count()).toBe(0)
  expect(await other.locator('script').count()).toBeGreaterThan(0)
  await chooseBy(there, 'Use the full version')
  await here.goto('/tickets')
  expect(await here.locator('script').count()).toBeGreaterThan(0)
  for (const page of [here, there, other]) await page.context().close()
})

test('every page that is sent light is complete, and is the full page without its scripts wherever that is cut', async ({
  browser,
}) => {
  const page = await machine(browser, false)
  await signIn(page, mira)
  const addresses = [...(await crawl(page.request, ['/'])).values()].flat()
  expect(addresses.length).toBeGreaterThan(10)
  for (const address of addresses) {
    const full = await (await page.request.get(address, { headers: asBrowser })).body()
    const places = Array.from({ length: 50 }, () => Math.floor(Math.random() * full.length))
    expect.soft(filtered(full, places), address).toBe(filtered(full, []))
    const answer = await page.request.get(address, { headers: light })
    expect.soft((await answer.text()).match(everyPage), address).toBeNull()
  }
  await page.context().close()
})

test('a desk that is always light sends everybody its pages so, whatever they chose', async () => {
  const desk = await openFaultyDesk({ HOLDFAST_LIGHT: 'always' })
  try {
    const answer = await fetch(`${desk.address}/light`, { headers: cookie('full') })
    const page = await answer.text()
    expect(page).not.toMatch(everyPage)
    expect(page).toContain('This desk sends every page in its light version.')
    expect(page).not.toContain('Use the full version</button>')
  } finally {
    await desk.close()
  }
})

function filtered(page: Buffer, places: number[]): string {
  const filter = scriptFilter()
  const cuts = [0, ...places.sort((a, b) => a - b), page.length]
  const parts = cuts.slice(1).map((end, at) => filter.take(page.subarray(cuts[at], end).toString('latin1')))
  return parts.join('') + filter.end()
}

async function chooseBy(page: Page, words: string): Promise<void> {
  if (!page.url().includes('/light')) await page.getByRole('link', { name: words }).click()
  await page.getByRole('button', { name: words }).click()
}

async function machine(browser: Browser, javaScriptEnabled = true): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ javaScriptEnabled })
  return context.newPage()
}
