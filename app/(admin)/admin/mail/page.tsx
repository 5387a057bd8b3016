import { adminPage } from '#app/guarded.tsx'
import { Shell } from '#app/shell.tsx'
import { type ReceivedRow, receivedPage } from '#src/inbound/queries.ts'
import { concernWords, receivedWords } from '#src/inbound/standing.ts'
import { db } from '#src/lib/db/client.ts'
import { deskZone } from '#src/lib/zone.ts'
import { Empty } from '#src/ui/empty.tsx'
import { Moment } from '#src/ui/moment.tsx'
import { Pagination } from '#src/ui/pagination.tsx'
import { Cell, Row, RowHead, Table } from '#src/ui/table.tsx'

export default adminPage('/admin/mail', async ({ admin, query }) => {
  const { after } = await query
  const { mails, next, first } = await receivedPage(db, after)
  return (
    <Shell
      reader={admin}
      title="Mail to look at – Administration – Holdfast"
      trail={[{ href: '/admin', words: 'Administration' }]}
      here="Mail to look at"
    >
      <h1>Mail to look at</h1>
      <p>
        Mail that came in and could not simply be put on its ticket, the newest first. To go on with one, open
        a ticket for whoever wrote it.
      </p>
      {mails.length > 0 ? (
        <Table caption="Mails, the newest first" columns={['Mail', 'From', 'Came', 'State', 'Why']}>
          {mails.map(mail => (
            <MailRow key={mail.id} mail={mail} />
          ))}
        </Table>
      ) : (
        <Empty>
          <p>There is no mail to look at. What comes in and is in no doubt stands on its ticket.</p>
        </Empty>
      )}
      <Pagination
        label="Pages of mails"
        first={first ? undefined : { href: '/admin/mail', words: 'Back to the newest mails' }}
        next={next ? { href: `/admin/mail?after=${next}`, words: 'Older mails' } : undefined}
      />
    </Shell>
  )
})

function MailRow({ mail }: { mail: ReceivedRow }) {
  return (
    <Row>
      <RowHead>
        <a href={`/admin/mail/${mail.id}`}>
          <bdi>{mail.subject}</bdi>
        </a>
      </RowHead>
      <Cell label="From">{mail.fromAddress === '' ? 'Nobody' : <bdi>{mail.fromAddress}</bdi>}</Cell>
      <Cell label="Came">
        <Moment at={mail.receivedAt} zone={deskZone()} short />
      </Cell>
      <Cell label="State">{receivedWords[mail.state].name}</Cell>
      <Cell label="Why">{mail.concern && concernWords[mail.concern]}</Cell>
    </Row>
  )
}
