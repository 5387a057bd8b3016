import { adminTrail } from '#app/(admin)/admin/trail.ts'
import { adminPage } from '#app/guarded.tsx'
import { noticeFrom } from '#app/notices.ts'
import { Shell } from '#app/shell.tsx'
import { db } from '#src/lib/db/client.ts'
import { targetWords } from '#src/sla/length-words.ts'
import { policyPath } from '#src/sla/paths.ts'
import { type ListedPolicy, policyList } from '#src/sla/queries.ts'
import { PriorityBadge } from '#src/ui/badge.tsx'
import { Empty } from '#src/ui/empty.tsx'
import { Cell, Row, RowHead, Table } from '#src/ui/table.tsx'

const columns = ['Policy', 'Priority', 'First reply', 'Next reply', 'Solution', 'New tickets']

export default adminPage('/admin/sla', async ({ admin, query }) => {
  const policies = await policyList(db)
  return (
    <Shell
      reader={admin}
      title="SLA policies – Administration – Holdfast"
      trail={adminTrail()}
      here="SLA policies"
      notice={await noticeFrom(query)}
    >
      <div className="head">
        <div>
          <h1>SLA policies</h1>
          <p>
            A policy says by when a ticket is answered and solved. New tickets of a priority run by its
            default. Times count around the clock.
          </p>
        </div>
        <p>
          <a className="button" href="/admin/sla/new">
            Add a policy
          </a>
        </p>
      </div>
      {policies.length > 0 ? (
        <Table caption="The policies, the most pressing priority first" columns={columns}>
          {policies.map(policy => (
            <PolicyTableRow key={policy.id} policy={policy} />
          ))}
        </Table>
      ) : (
        <Empty>
          <p>There are no policies, so nothing is ever due. Add one for each priority.</p>
        </Empty>
      )}
    </Shell>
  )
})

function PolicyTableRow({ policy }: { policy: ListedPolicy }) {
  return (
    <Row>
      <RowHead>
        <a href={policyPath(policy.id)}>
          <bdi>{policy.name}</bdi>
        </a>
      </RowHead>
      <Cell label="Priority">
        <PriorityBadge priority={policy.priority} />
      </Cell>
      <Cell label="First reply">{targetWords(policy.firstResponseMins)}</Cell>
      <Cell label="Next reply">{targetWords(policy.nextReplyMins)}</Cell>
      <Cell label="Solution">{targetWords(policy.resolveMins)}</Cell>
      <Cell label="New tickets">{policy.defaultSince ? 'Default of its priority' : 'Not used'}</Cell>
    </Row>
  )
}
