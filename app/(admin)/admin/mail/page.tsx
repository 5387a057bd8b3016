import { adminTrail, mailCrumb } from '#app/(admin)/admin/trail.ts'
import { adminPage } from '#app/guarded.tsx'
import { Shell } from '#app/shell.tsx'
import { mailboxesPath, receivedPath } from '#src/inbound/paths.ts'
import { type ReceivedRow, receivedPage } from '#src/inbound/queries.ts'
import { concernWords, standingOf, viewIn, views, viewWords } from '#src/inbound/standing.ts'
import { db } from '#src/lib/db/client.ts'
import { deskZone } from '#src/lib/zone.ts'
import { Empty } from '#src/ui/empty.tsx'
import { Moment } from '#src/ui/moment.tsx'
import { Pagination } from '#src/ui/pagination.tsx'
import { Cell, Row, RowHead, Table } from '#src/ui/table.tsx'

export default adminPage('/admin/mail', async ({ admin, query }) => {
  const { show, after } = await query
  const view = viewIn(show)
  const { mails, next, first } = await receivedPage(db, view, after)
  const here = `/admin/mail?show=${view}`
  return (
    <Shell
      reader={admin}
      title={`${viewWords[view].name} – Mail that came in – Holdfast`}
      trail={adminTrail()}
      here={mailCrumb.words}
    >
      <h1>{mailCrumb.words}</h1>
      <p>
        What could not simply be put on its ticket, the newest first. Open a mail to read it, to release it or
        to reject it.
      </p>
      <ul className="ways">
        <li>
          <a href={mailboxesPath()}>Mailboxes, and whether they open</a>
        </li>
      </ul>
      <nav className="pages" aria-label="Which mails">
        <ul>
          {views.map(name => (
            <li key={name}>
              <a href={`/admin/mail?show=${name}`} aria-current={name === view ? 'page' : undefined}>
                {viewWords[name].name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {mails.length > 0 ? (
        <Table
          caption={`${viewWords[view].name}: the newest first`}
          columns={['Mail', 'From', 'Came', 'State', 'Why']}
        >
          {mails.map(mail => (
            <MailRow key={mail.id} mail={mail} />
          ))}
        </Table>
      ) : (
        <Empty>
          <p>{viewWords[view].none}</p>
        </Empty>
      )}
      <Pagination
        label="Pages of mails"
        first={first ? undefined : { href: here, words: 'Back to the newest mails' }}
        next={next ? { href: `${here}&after=${next}`, words: 'Older mails' } : undefined}
      />
    </Shell>
  )
})

function MailRow({ mail }: { mail: ReceivedRow }) {
  return (
    <Row>
      <RowHead>
        <a href={receivedPath(mail.id)}>
          <bdi>{mail.subject}</bdi>
        </a>
      </RowHead>
      <Cell label="From">{mail.fromAddress === '' ? 'Nobody' : <bdi>{mail.fromAddress}</bdi>}</Cell>
      <Cell label="Came">
        <Moment at={mail.receivedAt} zone={deskZone()} short />
      </Cell>
      <Cell label="State">{standingOf(mail).name}</Cell>
      <Cell label="Why">{mail.concern && concernWords[mail.concern]}</Cell>
    </Row>
  )
}
