import { formatReference } from '#src/tickets/reference.ts'
import type { Outlook } from './outlook.ts'
import { concernWords } from './standing.ts'

/** What will happen to a mail that is released, in sentences for the administrator who is about to decide. */
export function outlookWords(outlook: Outlook): string[] {
  return [
    ...(outlook.isProvenFalse ? [`${concernWords['not-the-sender']} You vouch for it.`] : []),
    ...(outlook.isForged
      ? ['It names a ticket, and the signature of that is wrong, so it does not go there.']
      : []),
    placeWords(outlook),
    'Its files go with it.',
    'The mail stays here as it came, with your name and the time.',
  ]
}

function placeWords({ destination, ticket, isAutomatic, isInternal }: Outlook): string {
  const where = ticket ? `the ticket ${formatReference(ticket.reference)}` : 'its ticket'
  if (destination === null)
    return 'If whoever you name has asked for the ticket that it answers, it becomes a message there. Otherwise it becomes a new ticket of theirs, and they are told so by mail.'
  if (destination === 'as-automatic')
    return `A program sent it, so it becomes a note on ${where} and changes nothing else there.`
  if (destination === 'as-requester' && ticket?.status === 'closed')
    return `It becomes a new ticket of the customer, because ${where} is closed.`
  if (destination === 'as-requester') return `It becomes a message of the customer on ${where}.`
  if (destination === 'as-agent' && isInternal) return `It becomes an internal note of the agent on ${where}.`
  if (destination === 'as-agent')
    return `It becomes a reply of the agent on ${where}, and the customer gets it by mail.`
  return isAutomatic
    ? 'It becomes a new ticket of the address that it is from. A program sent it, so no mail goes there.'
    : 'It becomes a new ticket of the address that it is from, and a mail there tells the reference.'
}
