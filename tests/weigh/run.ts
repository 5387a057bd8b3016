import { chromium } from '@playwright/test'
import openDesk from '#tests/e2e/desk/open-desk.ts'
import { budgets, customersForms } from './budgets.ts'
import type { WeighedPage } from './every-page.ts'
import { nextScripts } from './next-scripts.ts'
import { countRequests } from './requests.ts'
import { onSlowDevice, signInWith } from './slow-device.ts'
import { sum, weigh } from './wire.ts'

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1))

const say = (words: string) => process.stdout.write(`${words}\n`)
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync']
args.push('--disable-background-networking', '--disable-component-update')
const close = await openDesk()
const isWithin = await run().finally(close)
process.exit(isWithin ? 0 : 1)

async function run(): Promise<boolean> {
  const desk = process.env.HOLDFAST_DESK_ADDRESS ?? ''
  const { everyPage } = await import('./every-page.ts')
  const pages = await everyPage(desk)
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args })
  const ofNext = nextScripts()
  say(
    '| page | for | light: br | gzip | requests cold, warm | full: gzip | scripts above an empty page | requests |',
  )
  say('|---|---|--:|--:|--:|--:|--:|--:|')
  const over: string[] = []
  // What a page links to is the same for everybody, so each route is opened once.
  const counted = new Map<string, { cold: number; warm: number; coldFull: number }>()
  for (const page of pages) {
    const { address, cookie, route, role } = page
    const brotli = await weigh(address, { cookie, light: true, encoding: 'br' })
    const gzip = await weigh(address, { cookie, light: true, encoding: 'gzip' })
    const full = await weigh(address, { cookie, encoding: 'gzip' })
    const { cold, warm, coldFull } = counted.get(route) ?? (await count(page))
    counted.set(route, { cold, warm, coldFull })
    const scripts = sum(full.scripts, ofNext)
    const most = customersForms.includes(route) ? budgets.light.customersForm : budgets.light.brotli
    const cells = [
      within(brotli.page, most),
      within(gzip.page, budgets.light.gzip),
      `${within(cold, budgets.light.coldRequests)}, ${within(warm, budgets.light.warmRequests)}`,
      within(full.page, budgets.full.gzip),
      within(scripts, budgets.full.scripts),
      coldFull,
    ]
    const name = page.isLong ? `${route}, long` : route
    say(`| ${name} | ${role} | ${cells.join(' | ')} |`)
    if (cells.join().includes('!')) over.push(`${name} for ${role}`)
  }
  say('')
  const { lines, isWithin } = await onSlowDevice(browser, desk)
  for (const line of lines) say(line)
  if (!isWithin) over.push('the queue on a slow device')
  await browser.close()
  say(over.length ? `Over its budget (!): ${over.join('; ')}.` : 'Every page is within its budget.')
  return over.length === 0

  async function count(page: WeighedPage) {
    const [cold, warm] = await requests(page, true)
    const [coldFull] = await requests(page, false)
    return { cold, warm, coldFull }
  }

  /** What leaves the browser for a page that it never saw, and for the same page once more. */
  async function requests({ address, cookie }: WeighedPage, light: boolean): Promise<[number, number]> {
    const context = await browser.newContext(light ? { extraHTTPHeaders: { 'save-data': 'on' } } : {})
    await signInWith(context, cookie, desk)
    const page = await context.newPage()
    const both: [number, number] = [await countRequests(page, address), await countRequests(page, address)]
    await context.close()
    return both
  }
}

function within(figure: number, most: number): string {
  const words = figure.toLocaleString('en-GB')
  return figure > most ? `${words} !` : words
}
