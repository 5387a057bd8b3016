import { adminTrail } from '#app/(admin)/admin/trail.ts'
import { adminPage } from '#app/guarded.tsx'
import { noticeFrom } from '#app/notices.ts'
import { Shell } from '#app/shell.tsx'
import { db } from '#src/lib/db/client.ts'
import { teamPath } from '#src/people/paths.ts'
import { teamsWithMembers } from '#src/people/queries.ts'
import { Empty } from '#src/ui/empty.tsx'
import { Cell, Row, RowHead, Table } from '#src/ui/table.tsx'

export default adminPage('/admin/teams', async ({ admin, query }) => {
  const teams = await teamsWithMembers(db)
  return (
    <Shell
      reader={admin}
      title="Teams – Administration – Holdfast"
      trail={adminTrail()}
      here="Teams"
      notice={await noticeFrom(query)}
    >
      <div className="head">
        <h1>Teams</h1>
        <p>
          <a className="button" href="/admin/teams/new">
            Make a team
          </a>
        </p>
      </div>
      {teams.length > 0 ? (
        <Table caption="The teams that are in use, by name" columns={['Team', 'Agents']}>
          {teams.map(team => (
            <Row key={team.id}>
              <RowHead>
                <a href={teamPath(team.id)}>
                  <bdi>{team.name}</bdi>
                </a>
              </RowHead>
              <Cell label="Agents">{team.members}</Cell>
            </Row>
          ))}
        </Table>
      ) : (
        <Empty>
          <p>There are no teams. Small desks need none: every agent then sees the same tickets.</p>
        </Empty>
      )}
    </Shell>
  )
})
