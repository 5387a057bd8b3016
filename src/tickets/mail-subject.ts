import type { Ticket } from './find.ts'
import { formatReference } from './reference.ts'

/** The subject of the first mail about a ticket. Later ones put “Re:” before it, and so are one thread with it. */
export function mailSubject({ reference, subject }: Pick<Ticket, 'reference' | 'subject'>): string {
  return `[${formatReference(reference)}] ${subject}`
}
