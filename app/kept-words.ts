/** What somebody wrote in a form, in words, by the form's name. */
const written: Record<string, string> = {
  'tickets.open-ticket': 'your new ticket',
  'tickets.open-for-customer': 'the ticket that you wrote for a customer',
  'tickets.reply': 'your message',
  'tickets.report-not-fixed': 'your message',
  'tickets.compose': 'what you wrote on a ticket',
  'tickets.add-note': 'your note',
}

/** What was kept of a form: `We kept your message`. */
export function keptWords(form: string): string {
  return written[form] ?? 'what you sent'
}
