import { removePolicy } from '#actions/sla/remove-policy.ts'
import { ConfirmPage } from '#app/(admin)/admin/confirm-page.tsx'
import { adminTrail, policiesCrumb } from '#app/(admin)/admin/trail.ts'
import { adminPage } from '#app/guarded.tsx'
import { NoSuchPage } from '#app/readable.tsx'
import { db } from '#src/lib/db/client.ts'
import { policyPath } from '#src/sla/paths.ts'
import { mayRemove } from '#src/sla/policy.ts'
import { policyById } from '#src/sla/queries.ts'

export default adminPage('/admin/sla/[id]/remove', async ({ admin, params }) => {
  const policy = await policyById(db, params.id)
  if (!policy || !mayRemove(policy)) return <NoSuchPage reader={admin} />
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
    >
      <ul>
        <li>It is gone for good.</li>
        <li>Tickets that run by it keep the targets that they have.</li>
      </ul>
    </ConfirmPage>
  )
})
