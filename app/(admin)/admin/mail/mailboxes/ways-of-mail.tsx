import { env } from '#src/lib/env.ts'
import type { SummaryRow } from '#src/ui/summary-list.tsx'

/** Which ways of mail the settings open, in sentences without a secret. */
export function waysOfMail(): SummaryRow[] {
  const { smtpUrl, mailDoorKey, mailboxes, mailAuthServer } = env()
  return [
    {
      term: 'Mail that leaves',
      detail:
        smtpUrl === undefined
          ? 'SMTP_URL is not set, so mail is kept in the outbox and not sent.'
          : 'The mail server of SMTP_URL sends it.',
      change: { href: '/admin/outbox/test', words: 'Send yourself a test mail' },
    },
    {
      term: 'Mail that is fetched',
      detail:
        mailboxes.length === 0
          ? 'IMAP_URL is not set, so no mailbox is read.'
          : 'The mailboxes below are read, as IMAP_URL names them.',
    },
    {
      term: 'Mail that a provider pushes',
      detail: mailDoorKey
        ? 'The door for it is open, to whoever signs with MAIL_DOOR_SECRET.'
        : 'MAIL_DOOR_SECRET is not set, so that door is shut.',
    },
    {
      term: 'Who checks the senders',
      detail:
        mailAuthServer === undefined
          ? 'MAIL_AUTH_SERVER is not set, so nobody does.'
          : 'The results of the server in MAIL_AUTH_SERVER count.',
    },
  ]
}
