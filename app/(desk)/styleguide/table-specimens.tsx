import { type TicketRow, TicketTable } from '#app/(desk)/desk/queues/[queue]/ticket-table.tsx'
import { Empty } from '#src/ui/empty.tsx'
import { Pagination } from '#src/ui/pagination.tsx'
import { Cell, Row, RowHead, Table } from '#src/ui/table.tsx'
import { Tally } from '#src/ui/tally.tsx'

const now = new Date('2026-11-23T15:00:00Z')
const nothing = { firstResponseDueAt: null, nextReplyDueAt: null, resolveDueAt: null }

const rows: TicketRow[] = [
  {
    ...nothing,
    firstResponseDueAt: new Date('2026-11-23T14:35:00Z'),
    reference: 'K7M29QXD',
    subject: 'The ferry left without me',
    requester: 'Ana Souza',
    assignee: null,
    status: 'open',
    priority: 'urgent',
  },
  {
    ...nothing,
    resolveDueAt: new Date('2026-11-24T14:35:00Z'),
    reference: 'GWG1DFKP',
    subject: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
    requester: 'Łukasz Wiśniewski-Konstantynopolitańczykowianeczka',
    assignee: 'Mira Castellanos',
    status: 'pending',
    priority: 'low',
  },
  {
    ...nothing,
    reference: 'HSMH0GHC',
    subject: 'هل المصعد يعمل غداً؟',
    requester: 'ليلى حداد',
    assignee: 'Jonas Okafor',
    status: 'solved',
    priority: 'high',
  },
]

/** What is set in columns: a queue, a plain table, counts, the ways through a long list, and a list with nothing in it. */
export function TableSpecimens() {
  return (
    <section>
      <h2>Tables and lists</h2>
      <TicketTable caption="A queue, the hour first" queue="all" rows={rows} now={now} />
      <Table caption="A plain table" columns={['Team', 'Agents']}>
        <Row>
          <RowHead>
            <a href="/desk/queues/team">Parcels and post</a>
          </RowHead>
          <Cell label="Agents">3</Cell>
        </Row>
        <Row>
          <RowHead>Website and partners</RowHead>
          <Cell label="Agents">12</Cell>
        </Row>
      </Table>
      <Tally
        lines={[
          { href: '/desk/queues/mine', name: 'Mine', count: 7, words: 'Tickets that you have.' },
          {
            href: '/desk/queues/breaching',
            name: 'Breaching',
            count: 128,
            words: 'Tickets that are late.',
            late: true,
          },
        ]}
      />
      <Pagination
        label="Pages of parts"
        here="Tickets 51 to 100."
        first={{ href: '/desk/queues/all', words: 'Back to the first page' }}
        next={{ href: '/desk/queues/open', words: 'Next 50 tickets' }}
      />
      <Empty>
        <p>Where a list is empty, a sentence says so, and what one can do.</p>
      </Empty>
    </section>
  )
}
