import { type APIRequestContext, request } from '@playwright/test'
import { desc, eq } from 'drizzle-orm'
import { ada, elif, mira } from '#src/demo/cast.ts'
import { db } from '#src/lib/db/client.ts'
import { attachments } from '#src/lib/db/tables/files.ts'
import { ticketMessages, tickets } from '#src/lib/db/tables/tickets.ts'
import { cursorOf } from '#src/lib/keyset.ts'
import { queueNames } from '#src/tickets/queue-names.ts'
import { priorities, statuses } from '#src/tickets/status.ts'
import { crawl } from '#tests/e2e/support/crawl.ts'
import { guestPages } from '#tests/e2e/support/guest-pages.ts'
import { pageRoutes, routeOf } from '#tests/e2e/support/routes.ts'
import { cookieOf } from '#tests/weigh/every-page.ts'

/** A page as one kind of reader asks for it. */
export type Visit = { role: string; address: string; cookie: string }

const searches = [
  'the',
  'ferry refund',
  '"left the"',
  'ferry -refund',
  '-the',
  'zzzzzz',
  'ferrry',
  'requester:ada',
  'ferry before:2020',
  'fähre',
  'フェリー',
  'عبارة',
]
const ofDesk = [
  'status:open',
  'ferry status:open assignee:none',
  'team:parcels priority:urgent ferry assignee:me',
]

/** Pages that no link leads to: one comes to them from a mail. */
const unlinked = ['/reset-password?token=unknown', '/confirm-address?token=unknown', '/ask/sent', '/health']

/** Every page that somebody can be led to, every search, and every queue with every filter, on its first page and behind. */
export async function everyVisit(desk: string): Promise<Visit[]> {
  const [longest] = await db.select().from(tickets).orderBy(desc(tickets.lastEventSeq)).limit(1)
  // Who asks more than anybody else.
  const busiest = { userId: 'crowd-0' }
  const [theirs] = await db.select().from(tickets).where(eq(tickets.requesterId, busiest.userId)).limit(1)
  const reference = longest?.reference ?? ''
  const { guest } = await guestPages()
  const ofGuest = ['', '/end', '/fixed', '/not-fixed'].map(page => guest + page)
  const readers = [
    { role: 'nobody', person: null, more: [...unlinked, ...ofGuest] },
    { role: 'customer', person: elif, more: [] },
    {
      role: 'busiest customer',
      person: busiest,
      more: [
        `/tickets/${theirs?.reference}`,
        ...searches.map(words => `/tickets/search?${new URLSearchParams({ q: words })}`),
      ],
    },
    {
      role: 'reader of the longest ticket',
      person: { userId: longest?.requesterId ?? '' },
      more: [`/tickets/${reference}`],
    },
    {
      role: 'agent',
      person: mira,
      more: [
        `/desk/tickets/${reference}`,
        `/desk/tickets/${reference}/folded`,
        `/desk/tickets/${reference}/files/${await pictureOf(reference)}`,
        `/desk/tickets/${theirs?.reference}`,
        ...[...searches, ...ofDesk].map(words => `/desk/search?${new URLSearchParams({ q: words })}`),
        ...filtered(),
      ],
    },
    { role: 'administrator', person: ada, more: [] },
  ]
  const visits: Visit[] = []
  for (const { role, person, more } of readers) {
    const cookie = person ? await cookieOf(person) : ''
    const context = await request.newContext({ baseURL: desk, extraHTTPHeaders: { cookie } })
    const found = [
      ...(await crawl(context, ['/', ...(person === elif ? await openedPages(context) : [])])).values(),
    ]
    const addresses = new Set([...found.flat(), ...more])
    for (const address of [...addresses, ...(await behind(context, [...addresses]))])
      visits.push({ role, address, cookie })
    await context.dispose()
  }
  return visits
}

async function pictureOf(reference: string): Promise<string | undefined> {
  const [picture] = await db
    .select({ id: attachments.id })
    .from(attachments)
    .innerJoin(ticketMessages, eq(ticketMessages.id, attachments.messageId))
    .innerJoin(tickets, eq(tickets.id, ticketMessages.ticketId))
    .where(eq(tickets.reference, reference))
    .limit(1)
  return picture?.id
}

/** The routes that none of them leads to, but for those that are only shown when something has happened. */
export function routesWithout(visits: Visit[]): string[] {
  const routes = pageRoutes()
  const seen = new Set(visits.map(({ address }) => routeOf(new URL(address, 'http://desk').pathname, routes)))
  return routes.filter(route => !seen.has(route))
}

/** A filter may fit next to nothing: that is when a list is read to its end in vain. */
function filtered(): string[] {
  const filters: Record<string, string>[] = [
    {},
    ...statuses.map(status => ({ status })),
    ...priorities.map(priority => ({ priority })),
    { team: 'none' },
    { team: 'islands', priority: 'urgent', status: 'solved' },
    { assignee: 'none' },
    { assignee: 'none', status: 'closed' },
    { assignee: mira.agentId, priority: 'low', team: 'freight' },
    { q: 'ferry' },
    { q: 'zzzzzz' },
  ]
  // In the middle of what is closed.
  const far = cursorOf([3, 'infinity', 2, '2022-01-01T00:00:00.000Z', '00000000-0000-4000-8000-000000000000'])
  return queueNames.flatMap(queue => [
    ...filters.map(filter => `/desk/queues/${queue}?${new URLSearchParams(filter)}`),
    `/desk/queues/${queue}?after=${far}`,
  ])
}

async function openedPages(context: APIRequestContext): Promise<string[]> {
  const own = (await crawl(context, ['/tickets'])).get('/tickets/[reference]') ?? []
  return own.map(address => `${address.split('?')[0]}/opened`)
}

/** The pages behind lists that go on, by the link to each. */
async function behind(context: APIRequestContext, addresses: string[]): Promise<string[]> {
  const next: string[] = []
  for (const address of addresses) {
    if (!/^\/(desk\/search|tickets\/search|tickets$|admin\/outbox$)/.test(address)) continue
    const html = await (await context.get(address)).text()
    const link = /<a [^>]*href="([^"]*[?&;]after=[^"]*)"/.exec(html)?.[1]
    if (link) next.push(link.replaceAll('&amp;', '&'))
  }
  return next
}
