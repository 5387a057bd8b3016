import type { KnownMailbox } from '#src/inbound/mailbox-queries.ts'
import { deskZone } from '#src/lib/zone.ts'
import { Moment } from '#src/ui/moment.tsx'
import { SummaryList, type SummaryRow } from '#src/ui/summary-list.tsx'

/** A mailbox: what is known of it, the mails in it that could not be taken in, and the button that tests it. */
export function MailboxSection({ mailbox }: { mailbox: KnownMailbox }) {
  const { name, tries } = mailbox
  return (
    <>
      <h2>
        <bdi>{name}</bdi>
      </h2>
      <SummaryList rows={factsOf(mailbox)} />
      {tries.length > 0 && (
        <>
          <h3>Mails in it that could not be taken in yet</h3>
          <ul>
            {tries.map(mail => (
              <TriedMail key={`${mail.uidValidity} ${mail.uid}`} mail={mail} />
            ))}
          </ul>
        </>
      )}
      <div className="buttons">
        <button type="submit" name="mailbox" value={name}>
          Test {name}
        </button>
      </div>
    </>
  )
}

function factsOf(mailbox: KnownMailbox): SummaryRow[] {
  const { host, port, folder, moveTo, lookedAt, fault, faultAt } = mailbox
  return [
    { term: 'Server', detail: <bdi>{`${host}, port ${port}`}</bdi> },
    { term: 'Folder', detail: <bdi>{folder}</bdi> },
    {
      term: 'Mails that were taken in',
      detail:
        moveTo === null ? 'They are marked as read.' : <bdi>{`They are moved to the folder ${moveTo}.`}</bdi>,
    },
    {
      term: 'Last looked at',
      detail: lookedAt ? <Moment at={lookedAt} zone={deskZone()} /> : 'Not yet.',
    },
    ...(fault && faultAt
      ? [
          {
            term: 'What is wrong',
            detail: (
              <>
                <bdi>{fault}</bdi> <Moment at={faultAt} zone={deskZone()} />
              </>
            ),
          },
        ]
      : []),
    ...testOf(mailbox),
  ]
}

function testOf({ testedAt, testedBy, testFound }: KnownMailbox): SummaryRow[] {
  if (!testedAt) return []
  const found = testFound === null ? 'It did not open.' : `It opened. Mails that waited there: ${testFound}.`
  return [
    {
      term: 'Last test',
      detail: (
        <>
          {found} <Moment at={testedAt} zone={deskZone()} /> {testedBy && <bdi>{testedBy}</bdi>}
        </>
      ),
    },
  ]
}

function TriedMail({ mail }: { mail: KnownMailbox['tries'][number] }) {
  return (
    <li>
      The mail with the number {mail.uid} there. Attempts: {mail.tries}.{' '}
      {mail.fault && <bdi>{mail.fault}</bdi>}{' '}
      {mail.isLeft ? (
        'It was left in the mailbox.'
      ) : (
        <>
          Next attempt: <Moment at={mail.nextTryAt} zone={deskZone()} />
        </>
      )}
    </li>
  )
}
