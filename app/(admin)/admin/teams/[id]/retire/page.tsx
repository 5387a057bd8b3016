import { retireTeam } from '#actions/people/retire-team.ts'
import { ConfirmPage } from '#app/(admin)/admin/confirm-page.tsx'
import { retiredWords } from '#app/(admin)/admin/teams/[id]/retired-words.ts'
import { adminTrail, teamsCrumb } from '#app/(admin)/admin/trail.ts'
import { adminPage } from '#app/guarded.tsx'
import { NoSuchPage } from '#app/readable.tsx'
import { db } from '#src/lib/db/client.ts'
import { teamPath } from '#src/people/paths.ts'
import { teamById } from '#src/people/queries.ts'
import { countInTeam } from '#src/tickets/load-queries.ts'

export default adminPage('/admin/teams/[id]/retire', async ({ admin, params }) => {
  const [team, inTeam] = await Promise.all([teamById(db, params.id), countInTeam(db, params.id)])
  if (!team) return <NoSuchPage reader={admin} />
  return (
    <ConfirmPage
      admin={admin}
      trail={adminTrail(teamsCrumb)}
      back={{ href: teamPath(team.id), words: team.name }}
      question={`Retire the team ${team.name}?`}
      name="people.retire-team"
      action={retireTeam}
      hidden={{ teamId: team.id }}
      send="Retire this team"
      grave
      settled={team.retiredAt ? retiredWords(team) : undefined}
    >
      <ul>
        <li>Nobody can put a ticket or an agent into it any more. It cannot be brought back.</li>
        <li>
          Its open, pending and solved tickets are then in no team; whoever has one keeps it. Number of these:{' '}
          {inTeam}.
        </li>
        <li>Closed tickets stay as they are.</li>
        {team.members.length > 0 && (
          <li>
            First move its agents to another team, or deactivate them. Agents in this team:{' '}
            {team.members.length}.
          </li>
        )}
      </ul>
    </ConfirmPage>
  )
})
