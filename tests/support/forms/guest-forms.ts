import { guestPath } from '#src/lib/guest-key.ts'
import type { Status } from '#src/tickets/status.ts'
import { guestEmail, guestTicket, letLinksRunOut } from '#tests/support/guests.ts'
import { counted } from './counted.ts'
import type { FormCase } from './form-case.ts'
import { askedInPublic, endedLinks, events, linksSent, messages } from './ticket-traces.ts'

const nobody = { by: null, typed: () => ({}), texts: [], button: null } satisfies Partial<FormCase>
const sending = { name: 'intent', value: 'send' }
const prose = (mark: string) => `The gate stayed shut: ${mark}.\nI waited an hour.`

// By the page that sends it or by what is typed into it, the ticket that a form asks the link of.
const asked = new Map<string, { reference: string; email: string }>()

/** The forms of people without an account: that for everybody, and those of the pages of a link. */
export const guestForms: Record<string, FormCase> = {
  'tickets/ask': {
    ...nobody,
    page: async () => '/ask',
    typed: mark => ({
      name: `Nell ${mark}`,
      email: `nell@${mark}.test`.toLowerCase(),
      subject: `About ${mark}`,
      body: prose(mark),
      language: 'nl',
    }),
    texts: ['name', 'email', 'subject', 'body'],
    done: askedInPublic,
  },
  'tickets/confirm-fixed guest': {
    ...byLink('/fixed'),
    done: (_mark, page) => counted({ events: events(page, 'confirmed') }),
  },
  'tickets/end-link': {
    ...byLink('/end', 'open'),
    done: (_mark, page) => counted({ links: endedLinks(page) }),
  },
  'tickets/renew-link': {
    ...nobody,
    page: async () => {
      const { reference, key, by } = await guestTicket('open', guestEmail())
      await letLinksRunOut(reference)
      asked.set(guestPath(key), { reference, email: by.email })
      return guestPath(key)
    },
    done: (_mark, page) => linksSent(asked.get(page)?.reference ?? ''),
  },
  'tickets/reply guest': {
    ...byLink(''),
    typed: mark => ({ body: prose(mark), language: 'de' }),
    texts: ['body'],
    button: sending,
    done: (mark, page) => counted({ messages: messages(mark), events: events(page, 'wrote') }),
  },
  'tickets/report-not-fixed guest': {
    ...byLink('/not-fixed'),
    typed: mark => ({ body: prose(mark), language: 'de' }),
    texts: ['body'],
    button: sending,
    done: (mark, page) => counted({ messages: messages(mark), events: events(page, 'disputed') }),
  },
  'tickets/send-link': {
    ...nobody,
    page: async () => {
      const { reference, by } = await guestTicket('open', guestEmail())
      waiting.push({ reference, email: by.email })
      return '/ask/link'
    },
    typed: mark => {
      const { reference, email } = ticketOf(mark)
      return { ticket: reference, email }
    },
    texts: ['ticket', 'email'],
    done: mark => linksSent(ticketOf(mark).reference),
  },
}

const waiting: { reference: string; email: string }[] = []

/** Each page makes somebody new, and each mark is given one of them: no limit of mails to an address is met. */
function ticketOf(mark: string) {
  const theirs = asked.get(mark) ?? waiting.shift()
  if (!theirs) throw new Error('Make the page before you fill in its form.')
  asked.set(mark, theirs)
  return theirs
}

function byLink(below: string, status: Status = 'pending'): Omit<FormCase, 'done'> {
  return {
    ...nobody,
    page: async () => guestPath((await guestTicket(status, guestEmail())).key) + below,
  }
}
