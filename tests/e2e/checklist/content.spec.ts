import { expect, type Page, test } from '@playwright/test'
import { mira } from '#src/demo/cast.ts'
import { comeAs } from '#tests/e2e/support/fill-form.ts'
import { openTicketAs } from '#tests/e2e/support/open-ticket.ts'
import { newCustomer } from '#tests/support/newcomers.ts'
import { axeFaultsOf, faultsOf } from './examine.ts'

const baseURL = process.env.HOLDFAST_SCRIPTLESS_ADDRESS
test.use({ baseURL })

const written = {
  'of one word without an end': {
    subject: 'W'.repeat(200),
    body: `${'x'.repeat(3000)}\n\n${'W '.repeat(2000)}`,
  },
  'from right to left': {
    subject: 'המדפסת בקומה השנייה אינה עובדת',
    body: 'שלום,\n\nהמדפסת (דגם X-200) אינה עובדת.\nتوقفت الطابعة عن العمل.',
  },
  'of emoji and marks': {
    subject: '👩🏽‍🚀🏴󠁧󠁢󠁳󠁣󠁴󠁿 Ž̷̢͍a̶l̴g̸o̵ 👨‍👩‍👧‍👦',
    body: '🇪🇺🇺🇳 👍🏿\n\n&lt;b&gt; <b>not bold</b> ﷽',
  },
}

for (const [kind, { subject, body }] of Object.entries(written))
  test(`A ticket ${kind} keeps the checklist for its customer, for the desk and in the queue`, async ({
    browser,
  }) => {
    test.setTimeout(180_000)
    const customer = await newCustomer()
    const theirs = await browser.newContext({ baseURL })
    await comeAs(theirs, customer)
    const page = await theirs.newPage()
    const reference = await openTicketAs(page, subject, body)
    const faults = await look(page, ['/tickets', `/tickets/${reference}`, `/tickets/${reference}/opened`])
    const own = await page.goto(`/tickets/${reference}`)
    expect(own?.status()).toBe(200)
    faults.push(...(await page.evaluate(undirected, subject.slice(0, 12))))

    const desk = await browser.newContext({ baseURL })
    await comeAs(desk, mira)
    const at = await desk.newPage()
    const places = [
      `/desk/tickets/${reference}`,
      `/desk/queues/all?q=${reference}`,
      `/desk/tickets/${reference}/priority`,
    ]
    faults.push(...(await look(at, places)))
    await at.goto(`/desk/tickets/${reference}`)
    faults.push(...(await at.evaluate(undirected, subject.slice(0, 12))))
    expect(faults).toEqual([])
    await theirs.close()
    await desk.close()
  })

test('Lists with nothing in them keep the checklist, and say what can be done', async ({ browser }) => {
  const theirs = await browser.newContext({ baseURL })
  await comeAs(theirs, await newCustomer())
  const page = await theirs.newPage()
  const faults = await look(page, ['/tickets', '/drafts'])
  await expect(page.getByText('You keep no drafts.')).toBeVisible()
  const desk = await browser.newContext({ baseURL })
  await comeAs(desk, mira)
  faults.push(...(await look(await desk.newPage(), ['/desk/queues/all?q=zzzzzzzz'])))
  expect(faults).toEqual([])
  await theirs.close()
  await desk.close()
})

async function look(page: Page, addresses: string[]): Promise<string[]> {
  const faults: string[] = []
  for (const address of addresses) {
    await page.goto(address)
    const found = [...(await faultsOf(page)), ...(await axeFaultsOf(page))]
    faults.push(...found.map(fault => `${address}: ${fault}`))
  }
  return faults
}

/** Where the words stand without a part that finds their direction. It runs in the page. */
function undirected(words: string): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const faults: string[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const part = node.parentElement
    if (!part || part.closest('script, title') || !node.textContent?.includes(words)) continue
    if (!part.closest('bdi, [dir="auto"], [lang][dir]:not(html), textarea'))
      faults.push(`51 ${part.localName}: ${node.textContent.slice(0, 60)}`)
  }
  return faults
}
