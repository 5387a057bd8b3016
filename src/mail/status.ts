import type { mailOrders } from '#src/lib/db/tables/system.ts'

type Order = typeof mailOrders.$inferSelect

export type MailStatus = 'waiting' | 'kept' | 'sent' | 'given-up'

/** Where a mail stands. `canSend` says whether this desk has a mail server; without one, mail is kept to be read here. */
export function mailStatus(order: Pick<Order, 'sentAt' | 'gaveUpAt'>, canSend: boolean): MailStatus {
  if (order.sentAt) return 'sent'
  if (order.gaveUpAt) return 'given-up'
  return canSend ? 'waiting' : 'kept'
}

/** What a status means, by its name and in a whole sentence. */
export const mailStatusWords: Record<MailStatus, { name: string; meaning: string }> = {
  waiting: {
    name: 'Waiting',
    meaning: 'It will be sent, or tried again, within a moment or at the time below.',
  },
  kept: {
    name: 'Kept here',
    meaning: 'This desk has no mail server, so the mail is kept here to be read and was not sent.',
  },
  sent: { name: 'Sent', meaning: 'The mail server has taken it.' },
  'given-up': {
    name: 'Given up',
    meaning: 'It was not sent, and is not tried again unless an administrator asks for it.',
  },
}

/** What a mail is for. */
export const mailKindWords: Record<Order['kind'], string> = {
  'verify-address': 'Confirm an address',
  'reset-password': 'Set a new password',
  'address-taken': 'Somebody signed up with a known address',
  invited: 'Invitation to the desk',
  opened: 'A ticket was opened',
  'guest-link': 'The way to a ticket was asked for',
  answered: 'A ticket was answered',
  changed: 'A ticket was solved, closed or opened again',
  'customer-wrote': 'A customer wrote, for their agent',
  'desk-news': 'News for an agent',
  test: 'A test that an administrator asked for',
}
