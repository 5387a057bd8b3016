import type { ReactNode } from 'react'
import { adminTrail, policiesCrumb } from '#app/(admin)/admin/trail.ts'
import { answersAForm } from '#app/notices.ts'
import { Shell } from '#app/shell.tsx'
import { answerWith } from '#src/lib/http/response-status.ts'
import type { Administrator } from '#src/people/policy.ts'

export const policyGone = 'This policy is not there any more'

/** The page of a policy that is not there. `children` is the form of somebody who was still about to change it. */
export function PolicyGone({ admin, children }: { admin: Administrator; children?: ReactNode }) {
  const form = answersAForm() ? children : undefined
  if (!form) answerWith(404, { noScript: true })
  return (
    <Shell
      reader={admin}
      title={form ? undefined : `${policyGone} – Administration – Holdfast`}
      trail={adminTrail(policiesCrumb)}
      here={policyGone}
    >
      <h1>{policyGone}</h1>
      <p>Somebody has removed it, or the address is mistyped. Tickets that ran by it keep their targets.</p>
      {form}
      <p>
        <a href={policiesCrumb.href}>See the policies that are there</a>
      </p>
    </Shell>
  )
}
