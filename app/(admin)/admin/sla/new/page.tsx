import { addPolicy } from '#actions/sla/add-policy.ts'
import { TargetFields } from '#app/(admin)/admin/sla/target-fields.tsx'
import { adminTrail, policiesCrumb } from '#app/(admin)/admin/trail.ts'
import { adminPage } from '#app/guarded.tsx'
import { Shell } from '#app/shell.tsx'
import { priorities } from '#src/sla/policy.ts'
import { priorityWords } from '#src/tickets/status.ts'
import { Choices } from '#src/ui/browser.tsx'
import { SignedForm } from '#src/ui/form/signed-form.tsx'

export default adminPage('/admin/sla/new', ({ admin }) => (
  <Shell reader={admin} trail={adminTrail(policiesCrumb)} here="Add a policy">
    <h1>Add a policy</h1>
    <p>
      It is not used until you make it the default of its priority; the first policy of a priority is that at
      once. The priority cannot be changed later.
    </p>
    <SignedForm
      name="sla.add-policy"
      action={addPolicy}
      person={admin.userId}
      title="Add a policy – Administration – Holdfast"
      values={{ priority: 'normal' }}
    >
      <Choices
        name="priority"
        label="Priority"
        choices={priorities.map(value => ({ value, label: priorityWords[value].name }))}
      />
      <TargetFields />
      <div className="buttons">
        <button type="submit">Add this policy</button>
      </div>
    </SignedForm>
  </Shell>
))
