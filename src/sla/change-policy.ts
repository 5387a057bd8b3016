import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { slaPolicies } from '#src/lib/db/tables/sla.ts'
import { mergeForm } from '#src/lib/forms/merge-form.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { lockPolicy, refuseNameInUse } from './find.ts'
import type { changePolicyForm } from './forms.ts'
import type { PolicyRow } from './policy.ts'

type Fields = 'name' | 'firstResponseMins' | 'nextReplyMins' | 'resolveMins'

/**
 * An administrator changes the name and the targets of a policy. Tickets keep the targets that stand in their history:
 * the new ones are for tickets that are opened, or get this priority, from now on. What another administrator set
 * differently after the page was made is refused and named; what only one of them touched merges.
 */
export async function changePolicy(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof changePolicyForm>,
): Promise<'saved' | 'already-so'> {
  const policy = await lockPolicy(tx, actor, input.policyId)
  const { name, firstResponseMins, nextReplyMins, resolveMins } = policy
  const now = { name, firstResponseMins, nextReplyMins, resolveMins }
  const { asked, overtaken, hidden } = mergeForm<Fields>(now, input)
  if (overtaken.length > 0)
    throw new Refusal(overtaken.map(field => overtakenWords[field](policy)).join(' '), overtaken[0], {
      hidden,
    })
  if (asked.length === 0) return 'already-so'
  const merged = { ...now, ...Object.fromEntries(asked.map(field => [field, input[field]])) }
  refuseLateReply(merged)
  await refuseNameInUse(tx, merged.name, policy.id)
  await tx.update(slaPolicies).set(merged).where(eq(slaPolicies.id, policy.id))
  return 'saved'
}

// Each form alone was in order; the two together may not be.
function refuseLateReply({ firstResponseMins, resolveMins }: Pick<PolicyRow, Fields>) {
  if (firstResponseMins <= resolveMins) return
  throw new Refusal(
    `Together with what somebody else changed after you opened this page, the solution would be due after ${resolveMins} minutes and the first reply after ${firstResponseMins}. The solution cannot be due before the first reply.`,
    'firstResponseMins',
  )
}

const overtakenWords: Record<Fields, (policy: PolicyRow) => string> = {
  name: ({ name }) => `Somebody else renamed this policy to “${name}” after you opened this page.`,
  firstResponseMins: ({ firstResponseMins }) =>
    `Somebody else set the minutes to the first reply to ${firstResponseMins} after you opened this page.`,
  nextReplyMins: ({ nextReplyMins }) =>
    `Somebody else set the minutes to each next reply to ${nextReplyMins} after you opened this page.`,
  resolveMins: ({ resolveMins }) =>
    `Somebody else set the minutes to the solution to ${resolveMins} after you opened this page.`,
}
