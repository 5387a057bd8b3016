import { request } from '@playwright/test'
import { ada, elif, mira } from '#src/demo/cast.ts'
import { crawl } from '#tests/e2e/support/crawl.ts'
import { guestPages } from '#tests/e2e/support/guest-pages.ts'
import { pageRoutes, ticketWithPicture } from '#tests/e2e/support/routes.ts'
import { signedInAs } from '#tests/support/visit.ts'
import { writeLongContent } from './long-content.ts'

/** A page of the desk as one kind of reader sees it. */
export type WeighedPage = { route: string; address: string; role: string; cookie: string; isLong: boolean }

/** Pages that no link leads to: one comes to them from a mail. */
const unlinked = [
  '/reset-password?token=unknown',
  '/confirm-address?token=unknown',
  '/ask/sent',
  ticketWithPicture,
]

/**
 * Fills the desk with long content and finds every page of it for every role: the first of each route, and all that have
 * long content.
 */
export async function everyPage(desk: string): Promise<WeighedPage[]> {
  const { writer, forWriter, forAgents } = await writeLongContent()
  const readers: { role: string; person: { userId: string } | null; long: string[] }[] = [
    { role: 'nobody', person: null, long: [] },
    { role: 'customer', person: elif, long: [] },
    { role: 'customer with 50 tickets', person: writer, long: forWriter },
    { role: 'agent', person: mira, long: forAgents },
    { role: 'administrator', person: ada, long: forAgents },
  ]
  const { guest, desk: guestOnDesk } = await guestPages()
  const pages: WeighedPage[] = []
  for (const { role, person, long } of readers) {
    const cookie = person ? await cookieOf(person) : ''
    const context = await request.newContext({ baseURL: desk, extraHTTPHeaders: { cookie } })
    const found = await crawl(context, [
      '/',
      ...unlinked,
      guest,
      guestOnDesk,
      ...long,
      ...long.filter(path => /^\/tickets\/./.test(path)).map(path => `${path}/opened`),
    ])
    await context.dispose()
    for (const [route, addresses] of found)
      for (const address of addresses.filter((one, place) => place === 0 || long.includes(one)))
        pages.push({ route, address: desk + address, role, cookie, isLong: long.includes(address) })
  }
  return pages
}

/** The routes that nobody was led to. */
export function routesWithout(pages: WeighedPage[]): string[] {
  return pageRoutes().filter(route => !pages.some(page => page.route === route))
}

/** What the browser of somebody who has signed in sends. */
export async function cookieOf(person: { userId: string }): Promise<string> {
  const { cookies = {} } = await signedInAs(person)
  return Object.entries(cookies)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('; ')
}
