import { reactivate } from '#actions/people/reactivate.ts'
import { ConfirmPage } from '#app/(admin)/admin/confirm-page.tsx'
import { adminTrail, agentsCrumb } from '#app/(admin)/admin/trail.ts'
import { adminPage } from '#app/guarded.tsx'
import { NoSuchPage } from '#app/readable.tsx'
import { db } from '#src/lib/db/client.ts'
import { agentPath } from '#src/people/paths.ts'
import { agentById } from '#src/people/queries.ts'
import { roleWords } from '#src/people/roles.ts'

export default adminPage('/admin/agents/[id]/reactivate', async ({ admin, params }) => {
  const agent = await agentById(db, params.id)
  if (!agent) return <NoSuchPage reader={admin} />
  return (
    <ConfirmPage
      admin={admin}
      trail={adminTrail(agentsCrumb)}
      back={{ href: agentPath(agent.id), words: agent.name }}
      question={`Reactivate ${agent.name}?`}
      name="people.reactivate"
      action={reactivate}
      hidden={{ agentId: agent.id }}
      send="Reactivate this agent"
      settled={
        agent.active ? `${agent.name} works at the desk. There is nothing left to do here.` : undefined
      }
    >
      <ul>
        <li>They can work at the desk again, in the role from before: {roleWords[agent.role].name}.</li>
        <li>They are in the team from before, unless that was retired.</li>
        <li>They sign in with their old password, or set a new one by their address.</li>
      </ul>
    </ConfirmPage>
  )
})
