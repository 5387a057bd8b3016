import { deskZone } from '#src/lib/zone.ts'
import { agentPath } from '#src/people/paths.ts'
import type { AgentPage } from '#src/people/queries.ts'
import { roleWords } from '#src/people/roles.ts'
import { Moment } from '#src/ui/moment.tsx'
import type { SummaryRow } from '#src/ui/summary-list.tsx'

/** What stands on an agent, with the ways to what one can do about it. */
export function agentFacts(
  agent: AgentPage,
  { inHand, mayDeactivate }: { inHand: number; mayDeactivate: boolean },
): SummaryRow[] {
  return [
    { term: 'Email address', detail: agent.email },
    { term: 'Role', detail: roleWords[agent.role].name },
    { term: 'Team', detail: agent.teamName ? <bdi>{agent.teamName}</bdi> : 'No team' },
    { term: 'At this desk since', detail: <Moment at={agent.createdAt} zone={deskZone()} /> },
    {
      term: 'Open and pending tickets',
      detail: inHand,
      change: { href: `/desk/queues/all?assignee=${agent.id}`, words: `See the tickets of ${agent.name}` },
    },
    {
      term: 'State',
      detail: agent.active ? 'Works here' : <Leave agent={agent} />,
      change: agent.active ? wayOut(agent, mayDeactivate) : wayBack(agent),
    },
  ]
}

function Leave({ agent: { deactivatedAt, deactivatedBy } }: { agent: AgentPage }) {
  return (
    <>
      Deactivated
      {deactivatedAt && (
        <>
          {' '}
          <Moment at={deactivatedAt} zone={deskZone()} />
        </>
      )}
      {deactivatedBy && (
        <>
          {' '}
          (<bdi>{deactivatedBy}</bdi>)
        </>
      )}
    </>
  )
}

function wayOut({ id, name }: AgentPage, mayDeactivate: boolean) {
  return mayDeactivate ? { href: `${agentPath(id)}/deactivate`, words: `Deactivate ${name}` } : undefined
}

function wayBack({ id, name }: AgentPage) {
  return { href: `${agentPath(id)}/reactivate`, words: `Reactivate ${name}` }
}
