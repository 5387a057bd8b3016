import { removePolicy } from '#actions/sla/remove-policy.ts'
import { ConfirmPage } from '#app/(admin)/admin/confirm-page.tsx'
import { PolicyGone } from '#app/(admin)/admin/sla/[id]/policy-gone.tsx'
import { adminTrail, policiesCrumb } from '#app/(admin)/admin/trail.ts'
import { adminPage } from '#app/guarded.tsx'
import { db } from '#src/lib/db/client.ts'
import { policyPath } from '#src/sla/paths.ts'
import { mayRemove } from '#src/sla/policy.ts'
import { policyById } from '#src/sla/queries.ts'

export default adminPage('/admin/sla/[id]/remove', async ({ admin, params }) => {
  const policy = await policyById(db, params.id)
  if (!policy) return <PolicyGone admin={admin} />
  return (
    <ConfirmPage
      admin={admin}
      trail={adminTrail(policiesCrumb)}
      back={{ href: policyPath(policy.id), words: policy.name }}
      question={`Remove ${policy.name}?`}
      name="sla.remove-policy"
      action={removePolicy}
      hidden={{ policyId: policy.id }}
      send="Remove this policy"
      grave
      settled={
        mayRemove(policy)
          ? undefined
          : 'New tickets of its priority run by it, so it stays. Make another one the default first.'
      }
    >
      <ul>
        <li>It is gone for good.</li>
        <li>Tickets that run by it keep the targets that they have.</li>
      </ul>
    </ConfirmPage>
  )
})
