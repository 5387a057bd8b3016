import { targetWords } from '#src/sla/length-words.ts'
import { policyPath } from '#src/sla/paths.ts'
import { mayRemove } from '#src/sla/policy.ts'
import type { ListedPolicy } from '#src/sla/queries.ts'
import { PriorityBadge } from '#src/ui/badge.tsx'
import type { SummaryRow } from '#src/ui/summary-list.tsx'

/** What stands on a policy, with the ways to what one can do about it. */
export function policyFacts(policy: ListedPolicy): SummaryRow[] {
  const { id, name } = policy
  const targets = [
    { term: 'Priority', detail: <PriorityBadge priority={policy.priority} /> },
    { term: 'First reply', detail: targetWords(policy.firstResponseMins) },
    { term: 'Next reply', detail: targetWords(policy.nextReplyMins) },
    { term: 'Solution', detail: targetWords(policy.resolveMins) },
  ]
  if (!mayRemove(policy)) return [...targets, { term: 'New tickets', detail: 'Default of its priority' }]
  return [
    ...targets,
    {
      term: 'New tickets',
      detail: 'Not used',
      change: { href: `${policyPath(id)}/make-default`, words: `Make ${name} the default` },
    },
    {
      term: 'Needed no more',
      detail: 'It can be removed.',
      change: { href: `${policyPath(id)}/remove`, words: `Remove ${name}` },
    },
  ]
}
