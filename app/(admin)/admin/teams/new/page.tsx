import { addTeam } from '#actions/people/add-team.ts'
import { adminTrail, teamsCrumb } from '#app/(admin)/admin/trail.ts'
import { adminPage } from '#app/guarded.tsx'
import { Shell } from '#app/shell.tsx'
import { SignedForm } from '#src/ui/form/signed-form.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'

export default adminPage('/admin/teams/new', ({ admin }) => (
  <Shell reader={admin} trail={adminTrail(teamsCrumb)} here="Make a team">
    <h1>Make a team</h1>
    <p>A ticket in a team is worked on by its agents. You put agents into it on their own pages.</p>
    <SignedForm
      name="people.add-team"
      action={addTeam}
      person={admin.userId}
      title="Make a team – Administration – Holdfast"
    >
      <TextField name="name" label="Name of the team" />
      <div className="buttons">
        <button type="submit">Make this team</button>
      </div>
    </SignedForm>
  </Shell>
))
