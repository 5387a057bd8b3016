import { adminTrail } from '#app/(admin)/admin/trail.ts'
import { adminPage } from '#app/guarded.tsx'
import { noticeFrom } from '#app/notices.ts'
import { Shell } from '#app/shell.tsx'
import { db } from '#src/lib/db/client.ts'
import { agentPath } from '#src/people/paths.ts'
import { agentsPage, type ListedAgent } from '#src/people/queries.ts'
import { roleWords } from '#src/people/roles.ts'
import { Pagination } from '#src/ui/pagination.tsx'
import { Cell, Row, RowHead, Table } from '#src/ui/table.tsx'

export default adminPage('/admin/agents', async ({ admin, query }) => {
  const { after } = await query
  const { agents, next, first } = await agentsPage(db, after)
  return (
    <Shell
      reader={admin}
      title="Agents – Administration – Holdfast"
      trail={adminTrail()}
      here="Agents"
      notice={await noticeFrom(query)}
    >
      <div className="head">
        <h1>Agents</h1>
        <p>
          <a className="button" href="/admin/agents/invite">
            Invite an agent
          </a>
        </p>
      </div>
      <Table
        caption="Everybody who works or worked at this desk, by name"
        columns={['Name', 'Email address', 'Team', 'Role', 'State']}
      >
        {agents.map(agent => (
          <AgentRow key={agent.id} agent={agent} />
        ))}
      </Table>
      <Pagination
        label="Pages of agents"
        first={first ? undefined : { href: '/admin/agents', words: 'Back to the first page' }}
        next={next ? { href: `/admin/agents?after=${next}`, words: 'Next 50 agents' } : undefined}
      />
    </Shell>
  )
})

function AgentRow({ agent }: { agent: ListedAgent }) {
  return (
    <Row>
      <RowHead>
        <a href={agentPath(agent.id)}>
          <bdi>{agent.name}</bdi>
        </a>
      </RowHead>
      <Cell label="Email address">{agent.email}</Cell>
      <Cell label="Team">{agent.teamName ? <bdi>{agent.teamName}</bdi> : 'No team'}</Cell>
      <Cell label="Role">{roleWords[agent.role].name}</Cell>
      <Cell label="State">
        {agent.active ? (
          'Works here'
        ) : (
          <span>
            Deactivated.{' '}
            <a href={`${agentPath(agent.id)}/reactivate`}>
              Reactivate <bdi>{agent.name}</bdi>
            </a>
          </span>
        )}
      </Cell>
    </Row>
  )
}
