import { invite } from '#actions/people/invite.ts'
import { RoleAndTeam } from '#app/(admin)/admin/agents/role-and-team.tsx'
import { adminTrail, agentsCrumb } from '#app/(admin)/admin/trail.ts'
import { adminPage } from '#app/guarded.tsx'
import { Shell } from '#app/shell.tsx'
import { db } from '#src/lib/db/client.ts'
import { expectForm } from '#src/lib/forms/kept.ts'
import { teamsWithMembers } from '#src/people/queries.ts'
import { SignedForm } from '#src/ui/form/signed-form.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'

export default adminPage('/admin/agents/invite', async ({ admin }) => {
  expectForm(admin.userId, 'people.invite')
  const teams = await teamsWithMembers(db)
  return (
    <Shell reader={admin} trail={adminTrail(agentsCrumb)} here="Invite an agent">
      <h1>Invite an agent</h1>
      <p>
        They get a mail with a link to set a password. Without a mail server the mail stays in the outbox, and
        you can give them the link yourself.
      </p>
      <SignedForm
        name="people.invite"
        action={invite}
        person={admin.userId}
        title="Invite an agent – Administration – Holdfast"
        values={{ role: 'agent' }}
      >
        <TextField
          name="name"
          label="Name"
          hint="Customers read it above every reply. Somebody who has an account keeps the name from there."
          autoComplete="section-agent name"
        />
        <TextField
          name="email"
          type="email"
          label="Email address"
          hint="If somebody made an account with it and never confirmed the address, the password of that account stops working."
          autoComplete="section-agent email"
        />
        <RoleAndTeam teams={teams} />
        <div className="buttons">
          <button type="submit">Invite</button>
        </div>
      </SignedForm>
    </Shell>
  )
})
