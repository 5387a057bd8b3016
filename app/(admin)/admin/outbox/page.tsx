import { adminPage } from '#app/guarded.tsx'
import { Shell } from '#app/shell.tsx'
import { db } from '#src/lib/db/client.ts'
import { env } from '#src/lib/env.ts'
import { deskZone } from '#src/lib/zone.ts'
import { countGivenUp, type OutboxRow, outboxPage, stoppedLately } from '#src/mail/queries.ts'
import { mailKindWords, mailStatus, mailStatusWords } from '#src/mail/status.ts'
import { Empty } from '#src/ui/empty.tsx'
import { Moment } from '#src/ui/moment.tsx'
import { Pagination } from '#src/ui/pagination.tsx'
import { Cell, Row, RowHead, Table } from '#src/ui/table.tsx'

export default adminPage('/admin/outbox', async ({ admin, query }) => {
  const { after } = await query
  const [{ mails, next, first }, givenUp, stopped] = await Promise.all([
    outboxPage(db, after),
    countGivenUp(db),
    stoppedLately(db),
  ])
  const canSend = env().smtpUrl !== undefined
  return (
    <Shell
      reader={admin}
      title="Outbox – Administration – Holdfast"
      trail={[{ href: '/admin', words: 'Administration' }]}
      here="Outbox"
    >
      <h1>Outbox</h1>
      <p>Every mail that this desk has written, the newest first.</p>
      <ul className="ways">
        <li>
          <a href="/admin/outbox/test">Send yourself a test mail</a>
        </li>
      </ul>
      {!canSend && (
        <p>
          This desk has no mail server, so mail is not sent: it is kept here, and you can open its links
          yourself. To send mail, set SMTP_URL and MAIL_FROM and start the desk again.
        </p>
      )}
      {givenUp > 0 && <p>Mails that were given up: {givenUp}. Open one to read why, and to try it again.</p>}
      {stopped.length > 0 && <StoppedAddresses stopped={stopped} />}
      {mails.length > 0 ? (
        <Table caption="Mails, the newest first" columns={['Mail', 'To', 'What for', 'Ordered', 'State']}>
          {mails.map(mail => (
            <MailRow key={mail.id} mail={mail} canSend={canSend} />
          ))}
        </Table>
      ) : (
        <Empty>
          <p>There is no mail here. Mail is written when a ticket is opened or answered, for example.</p>
        </Empty>
      )}
      <Pagination
        label="Pages of mails"
        first={first ? undefined : { href: '/admin/outbox', words: 'Back to the newest mails' }}
        next={next ? { href: `/admin/outbox?after=${next}`, words: 'Older mails' } : undefined}
      />
    </Shell>
  )
})

function StoppedAddresses({ stopped }: { stopped: Awaited<ReturnType<typeof stoppedLately>> }) {
  return (
    <section aria-labelledby="stopped">
      <h2 id="stopped">Addresses that get no mail</h2>
      <p>
        A mail server said that nobody has these addresses. Open the mail that it said so of, to have mail
        sent there again.
      </p>
      <ul>
        {stopped.map(({ address, mailId, stoppedAt }) => (
          <li key={address}>
            <a href={`/admin/outbox/${mailId}`}>
              <bdi>{address}</bdi>
            </a>{' '}
            <Moment at={stoppedAt} zone={deskZone()} short />
          </li>
        ))}
      </ul>
    </section>
  )
}

function MailRow({ mail, canSend }: { mail: OutboxRow; canSend: boolean }) {
  return (
    <Row>
      <RowHead>
        <a href={`/admin/outbox/${mail.id}`}>
          <bdi>{mail.subject}</bdi>
        </a>
      </RowHead>
      <Cell label="To">
        <bdi>{mail.toAddress}</bdi>
      </Cell>
      <Cell label="What for">{mailKindWords[mail.kind]}</Cell>
      <Cell label="Ordered">
        <Moment at={mail.createdAt} zone={deskZone()} short />
      </Cell>
      <Cell label="State">{mailStatusWords[mailStatus(mail, canSend)].name}</Cell>
    </Row>
  )
}
