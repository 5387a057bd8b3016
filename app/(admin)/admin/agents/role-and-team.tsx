import { roles, roleWords } from '#src/people/roles.ts'
import { Choices } from '#src/ui/browser.tsx'
import { optionsOf } from '#src/ui/form/options.ts'
import { Select } from '#src/ui/form/select.tsx'

/** The two things that are decided about every agent. `hint` says what a change of the team does. */
export function RoleAndTeam({ teams, hint }: { teams: { id: string; name: string }[]; hint?: string }) {
  return (
    <>
      <Choices
        name="role"
        label="Role"
        choices={roles.map(value => ({
          value,
          label: roleWords[value].name,
          hint: roleWords[value].meaning,
        }))}
      />
      <Select name="team" label="Team" hint={hint} options={optionsOf(teams, 'No team')} />
    </>
  )
}
