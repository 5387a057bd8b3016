import { changePolicy } from '#actions/sla/change-policy.ts'
import { TargetFields } from '#app/(admin)/admin/sla/target-fields.tsx'
import type { Administrator } from '#src/people/policy.ts'
import type { ListedPolicy } from '#src/sla/queries.ts'
import { SignedForm } from '#src/ui/form/signed-form.tsx'

/** The name and the targets of a policy, to be changed. `policy` is undefined for one that is not there any more. */
export function PolicyForm(props: {
  admin: Administrator
  title: string
  id: string
  policy?: ListedPolicy
}) {
  const { policy } = props
  const name = policy?.name ?? ''
  const [first, next, resolve] = [policy?.firstResponseMins, policy?.nextReplyMins, policy?.resolveMins].map(
    minutes => String(minutes ?? ''),
  )
  return (
    <SignedForm
      name="sla.change-policy"
      action={changePolicy}
      person={props.admin.userId}
      title={props.title}
      hidden={{
        policyId: props.id,
        wasName: name,
        wasFirstResponseMins: first ?? '',
        wasNextReplyMins: next ?? '',
        wasResolveMins: resolve ?? '',
      }}
      values={{
        name,
        firstResponseMins: first ?? '',
        nextReplyMins: next ?? '',
        resolveMins: resolve ?? '',
      }}
    >
      <h2>Change the name or the targets</h2>
      <p>
        Tickets that are there already keep the targets that they have. The new ones are for tickets that are
        opened, or get this priority, from now on.
      </p>
      <TargetFields />
      <div className="buttons">
        <button type="submit">Save</button>
      </div>
    </SignedForm>
  )
}
