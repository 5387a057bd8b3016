import type { APIRequestContext } from '@playwright/test'
import { pageRoutes, routeOf } from './routes.ts'

const examples = 12

/**
 * Follows every link from these pages, at most twelve addresses a route, as whoever the request is signed in as.
 * Resolves to the addresses found, by route.
 */
export async function crawl(request: APIRequestContext, from: string[]): Promise<Map<string, string[]>> {
  const routes = pageRoutes()
  const found = new Map<string, string[]>()
  const waiting = [...from]
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const route = routeOf(new URL(address, 'http://desk').pathname, routes)
    const known = found.get(route ?? '') ?? []
    if (!route || known.includes(address) || known.length >= examples) continue
    const answer = await request.get(address, { maxRedirects: 0, headers: { accept: 'text/html' } })
    if (answer.status() !== 200) continue
    found.set(route, [...known, address])
    const links = (await answer.text()).matchAll(/<a [^>]*href="(\/[^"#]*)"/g)
    waiting.push(...[...links].map(([, href]) => (href ?? '').replaceAll('&amp;', '&')))
  }
  return found
}
