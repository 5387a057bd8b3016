import { deskZone } from '#src/lib/zone.ts'
import type { OutboxMail } from '#src/mail/queries.ts'
import { type MailStatus, mailKindWords, mailStatusWords } from '#src/mail/status.ts'
import { Moment } from '#src/ui/moment.tsx'
import type { SummaryRow } from '#src/ui/summary-list.tsx'

/** What is known of a mail: whom it is for, where it stands, and why it was not sent. */
export function mailFacts(mail: OutboxMail, status: MailStatus): SummaryRow[] {
  return [
    { term: 'To', detail: <Address name={mail.toName} address={mail.toAddress} /> },
    { term: 'What for', detail: mailKindWords[mail.kind] },
    { term: 'State', detail: <Status status={status} /> },
    { term: 'Ordered', detail: <Moment at={mail.createdAt} zone={deskZone()} /> },
    ...moment('Sent', mail.sentAt),
    ...moment('Given up', mail.gaveUpAt),
    ...moment('Next attempt', status === 'waiting' ? mail.nextAttemptAt : null),
    ...(mail.attempts > 0 ? [{ term: 'Attempts', detail: mail.attempts }] : []),
    ...moment('Mail to this address is stopped since', mail.stoppedAt),
    ...(mail.stopReason ? [{ term: 'Why it is stopped', detail: <bdi>{mail.stopReason}</bdi> }] : []),
    ...(mail.lastError ? [{ term: 'What went wrong', detail: <bdi>{mail.lastError}</bdi> }] : []),
  ]
}

function moment(term: string, at: Date | null): SummaryRow[] {
  return at ? [{ term, detail: <Moment at={at} zone={deskZone()} /> }] : []
}

function Address({ name, address }: { name: string; address: string }) {
  if (name === '') return <bdi>{address}</bdi>
  return (
    <>
      <bdi>{name}</bdi>, <bdi>{address}</bdi>
    </>
  )
}

function Status({ status }: { status: MailStatus }) {
  const { name, meaning } = mailStatusWords[status]
  return (
    <>
      <strong>{name}</strong> {meaning}
    </>
  )
}
