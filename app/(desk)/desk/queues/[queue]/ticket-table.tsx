import { DueLine } from '#app/due-line.tsx'
import { deskPath } from '#src/tickets/paths.ts'
import type { QueueName } from '#src/tickets/queue-names.ts'
import type { QueueRow } from '#src/tickets/queue-queries.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { PriorityBadge, StatusBadge } from '#src/ui/badge.tsx'
import { Cell, Row, RowHead, Table } from '#src/ui/table.tsx'

/** The tickets of a queue, in its order. */
export function TicketTable({
  caption,
  queue,
  rows,
}: {
  caption: string
  queue: QueueName
  rows: QueueRow[]
}) {
  const now = new Date()
  return (
    <Table
      kind="queue"
      caption={caption}
      columns={['Ticket', 'Requester', 'Status', 'Priority', 'Assignee', 'Due']}
    >
      {rows.map(row => (
        <Row key={row.id}>
          <RowHead>
            <a href={deskPath(row.reference, undefined, queue)}>
              <bdi>{row.subject}</bdi> <span className="ref">{formatReference(row.reference)}</span>
            </a>
          </RowHead>
          <Cell label="Requester">
            <bdi>{row.requester}</bdi>
          </Cell>
          <Cell label="Status">
            <StatusBadge status={row.status} />
          </Cell>
          <Cell label="Priority">
            <PriorityBadge priority={row.priority} />
          </Cell>
          <Cell label="Assignee">{row.assignee ? <bdi>{row.assignee}</bdi> : 'Nobody'}</Cell>
          <Cell label="Due">
            <DueLine ticket={row} now={now} />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
