import { expect, test } from '@playwright/test'
import { mira } from '#src/demo/cast.ts'
import { budgets, customersForms } from '#tests/weigh/budgets.ts'
import { everyPage, routesWithout, type WeighedPage } from '#tests/weigh/every-page.ts'
import { nextScripts } from '#tests/weigh/next-scripts.ts'
import { countRequests } from '#tests/weigh/requests.ts'
import { sum, weigh } from '#tests/weigh/wire.ts'
import { comeAs } from './support/fill-form.ts'

// On the wire and with an empty cache; `npm run weigh` prints the figures.
const desk = process.env.HOLDFAST_DESK_ADDRESS ?? ''
let pages: WeighedPage[]
// They run by themselves, on a desk that no other test has filled.
const tag = { tag: '@weighed' }

test.beforeAll(async () => {
  test.setTimeout(180_000)
  pages = await everyPage(desk)
})

const where = ({ role, address }: WeighedPage) => `${role} at ${address.slice(desk.length)}`

test('Every page of the file tree is weighed', tag, () => {
  expect(routesWithout(pages)).toEqual([])
})

test(
  'A page in the light version is at most 10 kB with Brotli and 12 kB with gzip, a form for customers 8 kB',
  tag,
  async () => {
    test.setTimeout(180_000)
    for (const page of pages) {
      const asked = { cookie: page.cookie, light: true }
      const brotli = await weigh(page.address, { ...asked, encoding: 'br' })
      const gzip = await weigh(page.address, { ...asked, encoding: 'gzip' })
      const most = customersForms.includes(page.route) ? budgets.light.customersForm : budgets.light.brotli
      expect.soft(brotli.page, `${where(page)}, Brotli`).toBeLessThanOrEqual(most)
      expect.soft(gzip.page, `${where(page)}, gzip`).toBeLessThanOrEqual(budgets.light.gzip)
      expect.soft([...brotli.scripts.keys()], `${where(page)}, scripts`).toEqual([])
    }
  },
)

test(
  'A page with scripts is at most one first round trip, and its scripts are at most 15 kB above an empty page',
  tag,
  async () => {
    test.setTimeout(180_000)
    const ofNext = nextScripts()
    for (const page of pages) {
      const full = await weigh(page.address, { cookie: page.cookie, encoding: 'gzip' })
      expect.soft(full.page, where(page)).toBeLessThanOrEqual(budgets.full.gzip)
      expect
        .soft(sum(full.scripts, ofNext), `${where(page)}, scripts`)
        .toBeLessThanOrEqual(budgets.full.scripts)
      // What is left out is there: an empty page of Next has more than a hundred kilobytes of scripts.
      expect.soft(sum(full.scripts), where(page)).toBeGreaterThan(100_000)
    }
  },
)

test(
  'A page in the light version costs two requests the first time and one after that',
  tag,
  async ({ browser }) => {
    for (const path of ['/sign-in', '/desk/queues/all', '/tickets']) {
      const context = await browser.newContext({ baseURL: desk, extraHTTPHeaders: { 'save-data': 'on' } })
      await comeAs(context, mira)
      const page = await context.newPage()
      expect
        .soft(await countRequests(page, path), `${path}, cold`)
        .toBeLessThanOrEqual(budgets.light.coldRequests)
      expect
        .soft(await countRequests(page, path), `${path}, warm`)
        .toBeLessThanOrEqual(budgets.light.warmRequests)
      await context.close()
    }
  },
)
