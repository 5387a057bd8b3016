/** What somebody wrote in a form, in words, by the form's name. */
const written: Record<string, string> = {
  'tickets.open-ticket': 'your new ticket',
  'tickets.open-for-customer': 'the ticket that you wrote for a customer',
  'tickets.reply': 'your message',
  'tickets.report-not-fixed': 'your message',
  'tickets.compose': 'what you wrote on a ticket',
  'tickets.add-note': 'your note',
  'people.tell-needs': 'what you wrote about your needs',
}

/** What was kept of a form: `We kept your message`. */
export function keptWords(form: string): string {
  return written[form] ?? 'what you sent'
}

/** A draft that is about nothing there is yet, by the form that it was written in. */
export function newDraftWords(form: string): string {
  return form === 'people.tell-needs' ? 'How to communicate with you' : 'New ticket'
}
