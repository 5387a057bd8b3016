import { emptyPath } from './build.ts'
import type { Desk } from './desk.ts'
import type { Target } from './load.ts'
import type { Server } from './server.ts'
import { headersOf, signedIn } from './sign-in.ts'

/** What a page is compared with. */
export const baselines = { empty: 'an empty page', bare: 'a bare server' }

const versions = ['full', 'light'] as const
type Version = (typeof versions)[number]

/** A page of one desk in one version; a bare server has none. `commit` is whose build it is, if not this one. */
export type PageTarget = Target & {
  page: string
  version: Version | null
  tickets: number
  commit?: string
}

/** Signs people in at a desk and says what they will ask for, the pages first and then what these are compared with. */
export async function targetsOf(desk: Desk, server: Server, bare?: Server): Promise<PageTarget[]> {
  const { reads, tickets } = desk
  const agent = headersOf(await signedIn(server.address, reads.agent), server.address)
  const customer = headersOf(await signedIn(server.address, reads.customer), server.address)
  const pages = [
    { page: 'queue', path: '/desk/queues/open', headers: agent },
    { page: 'ticket', path: `/desk/tickets/${reads.ticket}`, headers: agent },
    { page: 'search', path: '/desk/search?q=bicycle+pier', headers: agent },
    { page: 'my tickets', path: '/tickets', headers: customer },
    { page: baselines.empty, path: emptyPath, headers: agent },
  ]
  const targets = pages.flatMap(({ page, path, headers }) =>
    versions.map(version => ({
      ...{ page, version, tickets, address: server.address + path },
      headers: version === 'light' ? { ...headers, 'save-data': 'on' } : headers,
    })),
  )
  if (!bare) return targets
  return [
    ...targets,
    { page: baselines.bare, version: null, tickets, address: `${bare.address}/`, headers: {} },
  ]
}
