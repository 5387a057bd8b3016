import { policyFacts } from '#app/(admin)/admin/sla/[id]/policy-facts.tsx'
import { PolicyForm } from '#app/(admin)/admin/sla/[id]/policy-form.tsx'
import { PolicyGone, policyGone } from '#app/(admin)/admin/sla/[id]/policy-gone.tsx'
import { adminTrail, policiesCrumb } from '#app/(admin)/admin/trail.ts'
import { adminPage } from '#app/guarded.tsx'
import { noticeFrom } from '#app/notices.ts'
import { Shell } from '#app/shell.tsx'
import { db } from '#src/lib/db/client.ts'
import { policyById } from '#src/sla/queries.ts'
import { SummaryList } from '#src/ui/summary-list.tsx'

export default adminPage('/admin/sla/[id]', async ({ admin, params, query }) => {
  const policy = await policyById(db, params.id)
  if (!policy)
    return (
      <PolicyGone admin={admin}>
        <PolicyForm admin={admin} title={`${policyGone} – Holdfast`} id={params.id ?? ''} />
      </PolicyGone>
    )
  const { name } = policy
  return (
    <Shell reader={admin} trail={adminTrail(policiesCrumb)} here={name} notice={await noticeFrom(query)}>
      <h1>
        <bdi>{name}</bdi>
      </h1>
      <SummaryList rows={policyFacts(policy)} />
      <PolicyForm admin={admin} title={`${name} – SLA policies – Holdfast`} id={policy.id} policy={policy} />
    </Shell>
  )
})
