import type { ReceivedMail } from '#src/inbound/queries.ts'
import { concernWords, standingOf } from '#src/inbound/standing.ts'
import { deskZone } from '#src/lib/zone.ts'
import { deskPath } from '#src/tickets/paths.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { Moment } from '#src/ui/moment.tsx'
import type { SummaryRow } from '#src/ui/summary-list.tsx'

/** What is known of a mail that came in: from whom, where it stands and why, and who decided about it. */
export function mailFacts(mail: ReceivedMail): SummaryRow[] {
  const { name, meaning } = standingOf(mail)
  return [
    { term: 'From', detail: mail.fromAddress === '' ? 'Nobody' : <bdi>{mail.fromAddress}</bdi> },
    { term: 'Mailbox', detail: <bdi>{mail.mailbox}</bdi> },
    { term: 'Came', detail: <Moment at={mail.receivedAt} zone={deskZone()} /> },
    {
      term: 'State',
      detail: (
        <>
          <strong>{name}</strong> {meaning}
        </>
      ),
    },
    ...(mail.concern ? [{ term: 'Why', detail: concernWords[mail.concern] }] : []),
    ...decision('Released', mail.releasedAt, mail.releasedBy),
    ...decision('Rejected', mail.rejectedAt, mail.rejectedBy),
    ...(mail.reference
      ? [
          {
            term: 'Ticket',
            detail: <a href={deskPath(mail.reference)}>{formatReference(mail.reference)}</a>,
          },
        ]
      : []),
  ]
}

function decision(term: string, at: Date | null, by: string | null): SummaryRow[] {
  if (!at) return []
  return [
    {
      term,
      detail: (
        <>
          <Moment at={at} zone={deskZone()} /> {by && <bdi>{by}</bdi>}
        </>
      ),
    },
  ]
}
