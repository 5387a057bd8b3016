import { renameTeam } from '#actions/people/rename-team.ts'
import { adminTrail, teamsCrumb } from '#app/(admin)/admin/trail.ts'
import { adminPage } from '#app/guarded.tsx'
import { noticeFrom } from '#app/notices.ts'
import { NoSuchPage } from '#app/readable.tsx'
import { Shell } from '#app/shell.tsx'
import { db } from '#src/lib/db/client.ts'
import { agentPath, teamPath } from '#src/people/paths.ts'
import { teamById } from '#src/people/queries.ts'
import { seenOfTeam } from '#src/people/seen.ts'
import { countInTeam } from '#src/tickets/load-queries.ts'
import { SignedForm } from '#src/ui/form/signed-form.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'
import { SummaryList } from '#src/ui/summary-list.tsx'

export default adminPage('/admin/teams/[id]', async ({ admin, params, query }) => {
  const team = await teamById(db, params.id)
  if (!team) return <NoSuchPage reader={admin} />
  const inTeam = await countInTeam(db, team.id)
  return (
    <Shell reader={admin} trail={adminTrail(teamsCrumb)} here={team.name} notice={await noticeFrom(query)}>
      <h1 dir="auto">{team.name}</h1>
      <SummaryList
        rows={[
          {
            term: 'Tickets that are not closed',
            detail: inTeam,
            change: { href: `/desk/queues/all?team=${team.id}`, words: `See the tickets of ${team.name}` },
          },
          {
            term: 'State',
            detail: 'In use',
            change: { href: `${teamPath(team.id)}/retire`, words: `Retire ${team.name}` },
          },
        ]}
      />
      <h2>Agents in this team</h2>
      {team.members.length > 0 ? (
        <ul>
          {team.members.map(agent => (
            <li key={agent.id}>
              <a href={agentPath(agent.id)}>
                <bdi>{agent.name}</bdi>
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <p>Nobody is in this team.</p>
      )}
      <SignedForm
        name="people.rename-team"
        action={renameTeam}
        person={admin.userId}
        title={`${team.name} – Teams – Holdfast`}
        hidden={{ teamId: team.id, seen: seenOfTeam(team) }}
        values={{ name: team.name }}
      >
        <h2>Change the name</h2>
        <TextField name="name" label="Name of the team" autoComplete="off" />
        <div className="buttons">
          <button type="submit">Save</button>
        </div>
      </SignedForm>
    </Shell>
  )
})
