import { eq, sql } from 'drizzle-orm'
import { elif, jonas, mira, noor } from '#src/demo/cast.ts'
import { transaction } from '#src/lib/db/client.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { deskPath, portalPath } from '#src/tickets/paths.ts'
import type { Status } from '#src/tickets/status.ts'
import { asked } from '#tests/support/desk.ts'
import { linkTo } from '#tests/support/guests.ts'
import { pictureOn } from '#tests/support/picture-on.ts'
import { ticketIn } from '#tests/support/ticket-in.ts'
import { containing, counted } from './counted.ts'
import type { FormCase } from './form-case.ts'
import { answered, changedAndTold, endedLinks, events, messages, opened } from './ticket-traces.ts'

// Where one writes at length, other buttons keep or discard a draft.
const sending = { name: 'intent', value: 'send' }

// The two workers of a run in the browser have one of their own each.
const taker = process.env.TEST_PARALLEL_INDEX === '1' ? noor : jonas

/** The forms of `actions/tickets`; `tickets/reply` stands in the portal and on the desk. */
export const ticketForms: Record<string, FormCase> = {
  'tickets/add-note': {
    ...onDesk('/note'),
    typed: mark => ({ body: prose(mark), language: 'de' }),
    texts: ['body'],
    button: sending,
    done: (mark, page) => counted({ messages: messages(mark), events: events(page, 'noted') }),
  },
  'tickets/assign': { ...onDesk('/assign'), typed: () => ({ team: 'access' }), done: changedAndTold },
  'tickets/change-priority': { ...onDesk('/priority'), typed: () => ({ priority: 'urgent' }) },
  'tickets/change-status': {
    ...onDesk('/status'),
    typed: () => ({ status: 'solved' }),
    done: changedAndTold,
  },
  'tickets/compose': {
    ...onDesk(''),
    typed: mark => ({ kind: 'reply', body: prose(mark), language: 'ar', priority: 'high' }),
    texts: ['body'],
    button: sending,
    done: answered,
  },
  'tickets/confirm-fixed': {
    ...inPortal('/fixed'),
    done: (_mark, page) => counted({ events: events(page, 'confirmed') }),
  },
  'tickets/describe-file': {
    ...onDesk(''),
    page: async () => {
      const reference = await asked()
      return `${deskPath(reference)}/files/${await pictureOn(reference)}`
    },
    typed: mark => ({ description: `A pier at low tide: ${mark}.` }),
    texts: ['description'],
    done: (mark, page) =>
      counted({
        pictures: sql`select count(*) from attachments where description like ${containing(mark)}`,
        events: events(page, 'described'),
      }),
  },
  'tickets/open-for-customer': {
    ...onDesk(''),
    page: async () => '/desk/tickets/new',
    typed: mark => ({
      ...opening(mark),
      name: `Nell ${mark}`,
      email: `${mark}@kelpbay.test`.toLowerCase(),
    }),
    texts: ['name', 'email', 'subject', 'body'],
    button: sending,
    done: opened,
  },
  'tickets/open-ticket': {
    ...inPortal(''),
    page: async () => '/tickets/new',
    typed: opening,
    texts: ['subject', 'body'],
    button: sending,
    done: opened,
  },
  'tickets/reply': {
    ...inPortal(''),
    typed: mark => ({ body: prose(mark), language: 'de' }),
    texts: ['body'],
    button: sending,
    done: (mark, page) => counted({ messages: messages(mark), events: events(page, 'wrote') }),
  },
  'tickets/reply desk': {
    ...onDesk('/reply'),
    typed: mark => ({ body: prose(mark), language: 'tr', status: 'open' }),
    texts: ['body'],
    button: sending,
    done: answered,
  },
  'tickets/report-not-fixed': {
    ...inPortal('/not-fixed'),
    typed: mark => ({ body: prose(mark), language: 'de' }),
    texts: ['body'],
    button: sending,
    done: (mark, page) => counted({ messages: messages(mark), events: events(page, 'disputed') }),
  },
  'tickets/revoke-links': {
    ...onDesk('/links'),
    page: async () => `${deskPath(await linkTo(await asked()))}/links`,
    done: (_mark, page) => counted({ ended: endedLinks(page) }),
  },
  // Which ticket it takes is not known before: what was taken this way is counted, and the page says how much it was.
  'tickets/take-next': {
    ...onDesk(''),
    by: taker,
    page: async () => {
      await asked()
      // Pressed again within ten minutes, it leads to the ticket that he has: so he has none.
      const his = eq(tickets.assigneeId, taker.agentId)
      await transaction('test', tx => tx.update(tickets).set({ assigneeId: null }).where(his))
      return `/desk/queues/unassigned?before=${await counted({ taken })}`
    },
    done: async (_mark, page) => (await counted({ taken })) - Number(page.split('=').at(-1)),
  },
}

type Usual = Omit<FormCase, 'by'> & { by: NonNullable<FormCase['by']> }

/** A page of Mira's about an open ticket, with nothing to type. */
function onDesk(below: string): Usual {
  return {
    by: mira,
    page: async () => deskPath(await asked()) + below,
    typed: () => ({}),
    texts: [],
    button: null,
    done: (_mark, page) => counted({ events: events(page, 'updated') }),
  }
}

/** A page of Elif's about a ticket that waits for her, with nothing to type. */
function inPortal(below: string, status: Status = 'pending'): Usual {
  return { ...onDesk(below), by: elif, page: async () => portalPath(await ticketIn(status)) + below }
}

const prose = (mark: string) => `It still stands on the pier: ${mark}.\nPlease look.`

function opening(mark: string) {
  return { subject: `The ferry left without ${mark}`, body: prose(mark), language: 'fr', priority: 'high' }
}

const taken = sql`select count(*) from ticket_events join submissions on key = submission_id
  where action = 'tickets.take-next' and submissions.actor_id = ${taker.userId}`
