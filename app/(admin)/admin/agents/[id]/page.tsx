import { changeAgent } from '#actions/people/change-agent.ts'
import { agentFacts } from '#app/(admin)/admin/agents/[id]/agent-facts.tsx'
import { RoleAndTeam } from '#app/(admin)/admin/agents/role-and-team.tsx'
import { adminTrail, agentsCrumb } from '#app/(admin)/admin/trail.ts'
import { adminPage } from '#app/guarded.tsx'
import { answersAForm, noticeFrom } from '#app/notices.ts'
import { NoSuchPage } from '#app/readable.tsx'
import { Shell } from '#app/shell.tsx'
import { db } from '#src/lib/db/client.ts'
import { mayDeactivate } from '#src/people/policy.ts'
import { agentById, teamsWithMembers } from '#src/people/queries.ts'
import { countInHand } from '#src/tickets/load-queries.ts'
import { SignedForm } from '#src/ui/form/signed-form.tsx'
import { SummaryList } from '#src/ui/summary-list.tsx'

export default adminPage('/admin/agents/[id]', async ({ admin, params, query }) => {
  const [agent, teams, inHand] = await Promise.all([
    agentById(db, params.id),
    teamsWithMembers(db),
    countInHand(db, params.id),
  ])
  if (!agent) return <NoSuchPage reader={admin} />
  const hasForm = agent.active || answersAForm()
  const title = `${agent.name} – Agents – Holdfast`
  return (
    <Shell
      reader={admin}
      title={hasForm ? undefined : title}
      trail={adminTrail(agentsCrumb)}
      here={agent.name}
      notice={await noticeFrom(query)}
    >
      <h1>
        <bdi>{agent.name}</bdi>
      </h1>
      <SummaryList rows={agentFacts(agent, { inHand, mayDeactivate: mayDeactivate(admin, agent) })} />
      {hasForm && (
        <SignedForm
          name="people.change-agent"
          action={changeAgent}
          person={admin.userId}
          title={title}
          hidden={{ agentId: agent.id, wasRole: agent.role, wasTeam: agent.team ?? '' }}
          values={{ role: agent.role, team: agent.team ?? '' }}
        >
          <h2>Change the role or team</h2>
          {agent.lastAdministrator && (
            <p>
              This is the last administrator. Make somebody else an administrator before you change the role.
            </p>
          )}
          <RoleAndTeam
            teams={teams}
            hint="Open and pending tickets of the old team go back to it, with nobody on them."
          />
          <div className="buttons">
            <button type="submit">Save</button>
          </div>
        </SignedForm>
      )}
    </Shell>
  )
})
