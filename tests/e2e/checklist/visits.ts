import type { Browser, BrowserContext } from '@playwright/test'
import { ada, elif, mira, tom } from '#src/demo/cast.ts'
import { crawl } from '#tests/e2e/support/crawl.ts'
import { guestPages, pageOfLinkRunOut } from '#tests/e2e/support/guest-pages.ts'
import { pageRoutes, ticketWithPicture } from '#tests/e2e/support/routes.ts'
import { signIn } from '#tests/e2e/support/sign-in.ts'

const roles = { nobody: null, requester: elif, 'other customer': tom, agent: mira, administrator: ada }
export type Role = keyof typeof roles
export const roleNames = Object.keys(roles) as Role[]

/** Pages that no link leads to: one comes to them after an action, or from a mail. */
const unlinked = ['/reset-password?token=unknown', '/confirm-address?token=unknown', '/ask/sent']
/** Pages that one comes to by writing something into a field that only asks. */
const sought = [ticketWithPicture, '/desk/search?q=ferry', '/tickets/search?q=ferry']
/** Pages that are not there, for anybody. */
const absent = ['/no/such/page', '/tickets/AAAA-AAAA']

type Manner = { scripts: boolean }

/**
 * A browser of somebody in this role. Without scripts it comes to the address of the desk that forbids them, so that
 * tools of ours that need timers still work in its pages.
 */
export async function visitor(browser: Browser, role: Role, { scripts }: Manner): Promise<BrowserContext> {
  const baseURL = scripts ? process.env.HOLDFAST_DESK_ADDRESS : process.env.HOLDFAST_SCRIPTLESS_ADDRESS
  const context = await browser.newContext({ baseURL, reducedMotion: 'reduce' })
  const person = roles[role]
  if (person) {
    const page = await context.newPage()
    await signIn(page, person)
    await page.close()
  }
  return context
}

/** The addresses of the pages that this visitor can come to: one a route, two where a route has many faces. */
export async function addressesFor(context: BrowserContext): Promise<string[]> {
  const { guest, desk } = await guestPages()
  const found = await crawl(context.request, [
    '/',
    ...unlinked,
    ...sought,
    guest,
    await pageOfLinkRunOut(),
    desk,
  ])
  const manyFaces = [
    '/desk/queues/[queue]',
    '/desk/search',
    '/desk/tickets/[reference]',
    '/guest/[key]',
    '/tickets/[reference]',
    '/tickets/search',
  ]
  const own = pageRoutes().flatMap(route =>
    (found.get(route) ?? []).slice(0, manyFaces.includes(route) ? 2 : 1),
  )
  return [...own, ...absent]
}

/** Every second address, from the first or from the second one: two tests share the work of a role. */
export function half(addresses: string[], part: 0 | 1): string[] {
  return addresses.filter((_, at) => at % 2 === part)
}
