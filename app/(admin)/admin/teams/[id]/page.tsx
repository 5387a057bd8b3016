import { renameTeam } from '#actions/people/rename-team.ts'
import { retiredWords } from '#app/(admin)/admin/teams/[id]/retired-words.ts'
import { adminTrail, teamsCrumb } from '#app/(admin)/admin/trail.ts'
import { adminPage } from '#app/guarded.tsx'
import { answersAForm, noticeFrom } from '#app/notices.ts'
import { NoSuchPage } from '#app/readable.tsx'
import { Shell } from '#app/shell.tsx'
import { db } from '#src/lib/db/client.ts'
import { agentPath, teamPath } from '#src/people/paths.ts'
import { teamById } from '#src/people/queries.ts'
import { countInTeam } from '#src/tickets/load-queries.ts'
import { SignedForm } from '#src/ui/form/signed-form.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'
import { SummaryList } from '#src/ui/summary-list.tsx'

export default adminPage('/admin/teams/[id]', async ({ admin, params, query }) => {
  const [team, inTeam] = await Promise.all([teamById(db, params.id), countInTeam(db, params.id)])
  if (!team) return <NoSuchPage reader={admin} />
  const title = `${team.name} – Teams – Holdfast`
  const hasForm = !team.retiredAt || answersAForm()
  return (
    <Shell
      reader={admin}
      title={hasForm ? undefined : title}
      trail={adminTrail(teamsCrumb)}
      here={team.name}
      notice={await noticeFrom(query)}
    >
      <h1>
        <bdi>{team.name}</bdi>
      </h1>
      {team.retiredAt && <p>{retiredWords(team)}</p>}
      <SummaryList
        rows={[
          {
            term: 'Tickets that are not closed',
            detail: inTeam,
            change: { href: `/desk/queues/all?team=${team.id}`, words: `See the tickets of ${team.name}` },
          },
          {
            term: 'State',
            detail: team.retiredAt ? 'Retired' : 'In use',
            change: team.retiredAt
              ? undefined
              : { href: `${teamPath(team.id)}/retire`, words: `Retire ${team.name}` },
          },
        ]}
      />
      <h2>Agents in this team</h2>
      {team.members.length > 0 ? (
        <ul className="ways">
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
      {hasForm && (
        <SignedForm
          name="people.rename-team"
          action={renameTeam}
          person={admin.userId}
          title={title}
          hidden={{ teamId: team.id, wasName: team.name }}
          values={{ name: team.name }}
        >
          <h2>Change the name</h2>
          <TextField name="name" label="Name of the team" />
          <div className="buttons">
            <button type="submit">Save</button>
          </div>
        </SignedForm>
      )}
    </Shell>
  )
})
