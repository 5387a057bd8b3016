import { changePolicy } from '#actions/sla/change-policy.ts'
import { policyFacts } from '#app/(admin)/admin/sla/[id]/policy-facts.tsx'
import { TargetFields } from '#app/(admin)/admin/sla/target-fields.tsx'
import { adminTrail, policiesCrumb } from '#app/(admin)/admin/trail.ts'
import { adminPage } from '#app/guarded.tsx'
import { noticeFrom } from '#app/notices.ts'
import { NoSuchPage } from '#app/readable.tsx'
import { Shell } from '#app/shell.tsx'
import { db } from '#src/lib/db/client.ts'
import { seenOfPolicy } from '#src/sla/policy.ts'
import { policyById } from '#src/sla/queries.ts'
import { SignedForm } from '#src/ui/form/signed-form.tsx'
import { SummaryList } from '#src/ui/summary-list.tsx'

export default adminPage('/admin/sla/[id]', async ({ admin, params, query }) => {
  const policy = await policyById(db, params.id)
  if (!policy) return <NoSuchPage reader={admin} />
  const { name, firstResponseMins, nextReplyMins, resolveMins } = policy
  return (
    <Shell reader={admin} trail={adminTrail(policiesCrumb)} here={name} notice={await noticeFrom(query)}>
      <h1 dir="auto">{name}</h1>
      <SummaryList rows={policyFacts(policy)} />
      <SignedForm
        name="sla.change-policy"
        action={changePolicy}
        person={admin.userId}
        title={`${name} – SLA policies – Holdfast`}
        hidden={{ policyId: policy.id, seen: seenOfPolicy(policy) }}
        values={{
          name,
          firstResponseMins: String(firstResponseMins),
          nextReplyMins: String(nextReplyMins),
          resolveMins: String(resolveMins),
        }}
      >
        <h2>Change the name or the targets</h2>
        <p>
          Tickets that are there already keep the targets that they have. The new ones are for tickets that
          are opened, or get this priority, from now on.
        </p>
        <TargetFields />
        <div className="buttons">
          <button type="submit">Save</button>
        </div>
      </SignedForm>
    </Shell>
  )
})
