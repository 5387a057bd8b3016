import { adminPage } from '#app/guarded.tsx'
import { NoSuchPage } from '#app/readable.tsx'
import { Shell } from '#app/shell.tsx'
import { type ReceivedMail, receivedMail } from '#src/inbound/queries.ts'
import { concernWords, receivedWords } from '#src/inbound/standing.ts'
import { db } from '#src/lib/db/client.ts'
import { deskZone } from '#src/lib/zone.ts'
import { deskPath } from '#src/tickets/paths.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { Moment } from '#src/ui/moment.tsx'
import { SummaryList, type SummaryRow } from '#src/ui/summary-list.tsx'

export default adminPage('/admin/mail/[id]', async ({ admin, params }) => {
  const mail = await receivedMail(db, params.id ?? '')
  if (!mail) return <NoSuchPage reader={admin} />
  return (
    <Shell
      reader={admin}
      title={`${mail.subject} – Mail to look at – Holdfast`}
      trail={[
        { href: '/admin', words: 'Administration' },
        { href: '/admin/mail', words: 'Mail to look at' },
      ]}
      here={mail.subject}
    >
      <h1>
        <bdi>{mail.subject}</bdi>
      </h1>
      <SummaryList rows={factsOf(mail)} />
      <h2>The mail as it came</h2>
      {mail.isWhole ? null : <p>It is long, so this is the beginning of it. The whole of it is kept.</p>}
      <pre dir="auto">{mail.source}</pre>
    </Shell>
  )
})

function factsOf(mail: ReceivedMail): SummaryRow[] {
  const { name, meaning } = receivedWords[mail.state]
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
