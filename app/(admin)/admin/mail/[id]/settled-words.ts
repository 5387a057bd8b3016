import type { ReceivedMail } from '#src/inbound/queries.ts'
import { mayBeReleased } from '#src/inbound/standing.ts'
import { formatReference } from '#src/tickets/reference.ts'

/** Why there is nothing left to decide about a mail, as sentences; undefined where there is. */
export function settledWords(mail: ReceivedMail): string | undefined {
  if (mayBeReleased(mail)) return undefined
  if (!mail.releasedAt) return 'This mail is not held, so there is nothing to decide about it.'
  const who = mail.releasedBy ? `${mail.releasedBy} has released this mail.` : 'This mail was released.'
  return mail.reference ? `${who} It is on the ticket ${formatReference(mail.reference)}.` : who
}
