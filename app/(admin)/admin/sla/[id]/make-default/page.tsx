import { makeDefault } from '#actions/sla/make-default.ts'
import { ConfirmPage } from '#app/(admin)/admin/confirm-page.tsx'
import { PolicyGone, policyGone } from '#app/(admin)/admin/sla/[id]/policy-gone.tsx'
import { adminTrail, policiesCrumb } from '#app/(admin)/admin/trail.ts'
import { adminPage } from '#app/guarded.tsx'
import { db } from '#src/lib/db/client.ts'
import type { Administrator } from '#src/people/policy.ts'
import { policyPath } from '#src/sla/paths.ts'
import { defaultAmong, policyById, policyList } from '#src/sla/queries.ts'
import { priorityWords } from '#src/tickets/status.ts'
import { SignedForm } from '#src/ui/form/signed-form.tsx'

export default adminPage('/admin/sla/[id]/make-default', async ({ admin, params }) => {
  const [policy, policies] = await Promise.all([policyById(db, params.id), policyList(db)])
  if (!policy) return <GoneForm admin={admin} id={params.id ?? ''} />
  const before = defaultAmong(policies, policy.priority)
  return (
    <ConfirmPage
      admin={admin}
      trail={adminTrail(policiesCrumb)}
      back={{ href: policyPath(policy.id), words: policy.name }}
      question={`Make ${policy.name} the default?`}
      name="sla.make-default"
      action={makeDefault}
      hidden={{ policyId: policy.id }}
      send="Make this policy the default"
      settled={
        policy.defaultSince
          ? 'New tickets of its priority run by it. There is nothing left to do here.'
          : undefined
      }
    >
      <ul>
        <li>New tickets with the priority “{priorityWords[policy.priority].name}” run by it from now on.</li>
        {before && (
          <li>
            It takes the place of <bdi>{before.name}</bdi>, which stays in the list.
          </li>
        )}
        <li>Tickets that are there already keep the targets that they have.</li>
      </ul>
    </ConfirmPage>
  )
})

function GoneForm({ admin, id }: { admin: Administrator; id: string }) {
  return (
    <PolicyGone admin={admin}>
      <SignedForm
        name="sla.make-default"
        action={makeDefault}
        person={admin.userId}
        title={`${policyGone} – Holdfast`}
        hidden={{ policyId: id }}
      >
        {null}
      </SignedForm>
    </PolicyGone>
  )
}
