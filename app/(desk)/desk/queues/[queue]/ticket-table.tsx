import { DueLine } from '#app/due-line.tsx'
import { inLanguage } from '#src/lib/language.ts'
import { deskPath } from '#src/tickets/paths.ts'
import type { QueueName } from '#src/tickets/queue-names.ts'
import type { QueueRow } from '#src/tickets/queue-queries.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { PriorityBadge, StatusBadge } from '#src/ui/badge.tsx'
import { Cell, Row, RowHead, Table } from '#src/ui/table.tsx'

type Shown = 'reference' | 'subject' | 'requester' | 'assignee' | 'status' | 'priority'
export type TicketRow = Pick<QueueRow, Shown> &
  Parameters<typeof DueLine>[0]['ticket'] & { subjectLanguage?: string | null }

type Props = { caption: string; queue: QueueName; rows: TicketRow[]; now: Date }

const columns = ['Due', 'Ticket', 'Requester', 'Assignee', 'Status', 'Priority']

/** The tickets of a queue, in its order, set like a board of departures: the hour first. */
export function TicketTable({ caption, queue, rows, now }: Props) {
  return (
    <Table kind="queue" caption={caption} columns={columns}>
      {rows.map(row => (
        <Row key={row.reference}>
          <Cell>
            <DueLine ticket={row} now={now} />
          </Cell>
          <RowHead>
            <a href={deskPath(row.reference, undefined, queue)}>
              <bdi {...inLanguage(row.subjectLanguage)}>{row.subject}</bdi>{' '}
              <span className="ref">{formatReference(row.reference)}</span>
            </a>
          </RowHead>
          <Cell>
            <bdi>{row.requester}</bdi>
          </Cell>
          <Cell label="Assignee">{row.assignee ? <bdi>{row.assignee}</bdi> : 'Nobody'}</Cell>
          <Cell>
            <StatusBadge status={row.status} />
          </Cell>
          <Cell>
            <PriorityBadge priority={row.priority} />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
