import { expect, type Page, test } from '@playwright/test'
import { ada, mira } from '#src/demo/cast.ts'
import { guestPath } from '#src/lib/guest-key.ts'
import { comeAs } from '#tests/e2e/support/fill-form.ts'
import { openTicketAs } from '#tests/e2e/support/open-ticket.ts'
import { guestTicket } from '#tests/support/guests.ts'
import { newCustomer } from '#tests/support/newcomers.ts'

/*
 * What assistive technology is told of the main pages, as files that somebody has read. A change that is meant is written
 * down by `npm test -- e2e tests/e2e/checklist/outlines.spec.ts --update-snapshots`, and read before it is kept.
 */
const people = { nobody: () => null, customer: newCustomer, agent: () => mira, administrator: () => ada }

const pages: Record<keyof typeof people, Record<string, string>> = {
  nobody: {
    home: '/',
    'sign-in': '/sign-in',
    'sign-up': '/sign-up',
    ask: '/ask',
    'ask-link': '/ask/link',
    'ask-sent': '/ask/sent',
    'no-such-page': '/no/such/page',
  },
  customer: {
    'no-tickets': '/tickets',
    'no-drafts': '/drafts',
    'mail-choices': '/account/mail',
    'not-theirs': '/tickets/AAAA-AAAA',
  },
  agent: { 'nothing-found': '/desk/queues/all?q=zzzzzzzz' },
  administrator: {
    'new-policy': '/admin/sla/new',
    'new-team': '/admin/teams/new',
    'invite-an-agent': '/admin/agents/invite',
  },
}

for (const [who, person] of Object.entries(people))
  test(`The main pages of ${who} tell assistive technology what was reviewed`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const someone = await person()
    if (someone) await comeAs(context, someone)
    const page = await context.newPage()
    for (const [name, address] of Object.entries(pages[who as keyof typeof people])) {
      await page.goto(address)
      expect.soft(await outlineOf(page, 'main')).toMatchSnapshot(`${who}-${name}.txt`)
    }
    expect.soft(await outlineOf(page, 'header.top')).toMatchSnapshot(`${who}-above-every-page.txt`)
    await context.close()
  })

test('A ticket tells assistive technology what was reviewed', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const customer = await newCustomer()
  await comeAs(context, customer)
  const page = await context.newPage()
  const reference = await openTicketAs(page, 'Bicycle left on the pier', 'The 7:40 left without it.')
  await page.goto(`/tickets/${reference}`)
  const outline = (await outlineOf(page, 'main')).replaceAll(customer.name, 'CUSTOMER')
  expect(outline).toMatchSnapshot('customer-ticket.txt')
  await context.close()
})

test('The ticket of a guest tells assistive technology what was reviewed', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const { by, key } = await guestTicket('pending')
  for (const below of ['', '/fixed', '/not-fixed', '/end']) {
    await page.goto(guestPath(key) + below)
    const outline = (await outlineOf(page, 'main')).replaceAll(by.name, 'GUEST').replaceAll(key, 'KEY')
    expect.soft(outline).toMatchSnapshot(`guest-ticket${below.replace('/', '-')}.txt`)
  }
  await context.close()
})

/**
 * The outline of a part of the page. References and moments, which differ with every run, are called by what they are;
 * what a list offers is left out, because other tests make teams and agents.
 */
async function outlineOf(page: Page, part: string): Promise<string> {
  const outline = await page.locator(part).ariaSnapshot()
  return outline
    .replace(/(First|Next) reply (due|late|was|is).*/g, 'WHEN IT IS DUE')
    .replace(/^ *- option .*\n?/gm, '')
    .replace(/\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/g, 'REFERENCE')
    .replace(/\d{1,2} \w+ \d{4}, \d\d:\d\d UTC|\d{1,2} \w{3}, \d\d:\d\d UTC|\b\d\d:\d\d UTC/g, 'MOMENT')
}
