import { deactivate } from '#actions/people/deactivate.ts'
import { ConfirmPage } from '#app/(admin)/admin/confirm-page.tsx'
import { adminTrail, agentsCrumb } from '#app/(admin)/admin/trail.ts'
import { adminPage } from '#app/guarded.tsx'
import { NoSuchPage } from '#app/readable.tsx'
import { db } from '#src/lib/db/client.ts'
import { agentPath } from '#src/people/paths.ts'
import { mayDeactivate } from '#src/people/policy.ts'
import { type AgentPage, agentById } from '#src/people/queries.ts'
import { countInHand } from '#src/tickets/load-queries.ts'

export default adminPage('/admin/agents/[id]/deactivate', async ({ admin, params }) => {
  const [agent, inHand] = await Promise.all([agentById(db, params.id), countInHand(db, params.id)])
  if (!agent || !mayDeactivate(admin, agent)) return <NoSuchPage reader={admin} />
  return (
    <ConfirmPage
      admin={admin}
      trail={adminTrail(agentsCrumb)}
      back={{ href: agentPath(agent.id), words: agent.name }}
      question={`Deactivate ${agent.name}?`}
      name="people.deactivate"
      action={deactivate}
      hidden={{ agentId: agent.id }}
      send="Deactivate this agent"
      grave
      settled={agent.active ? undefined : hasLeft(agent)}
    >
      <ul>
        <li>They are signed out everywhere at once, and can no longer work at the desk.</li>
        <li>
          Their open and pending tickets go back to the team, with nobody on them. Number of these: {inHand}.
        </li>
        <li>What they wrote stays, with their name.</li>
        <li>They can still sign in as a customer, and you can reactivate them at any time.</li>
      </ul>
    </ConfirmPage>
  )
})

function hasLeft({ name, deactivatedBy }: AgentPage): string {
  return deactivatedBy
    ? `${deactivatedBy} has deactivated ${name}. There is nothing left to do here.`
    : `${name} is deactivated. There is nothing left to do here.`
}
