import type { Crumb } from '#src/ui/breadcrumbs.tsx'

const administration = { href: '/admin', words: 'Administration' }

/** The way from the first page of administration to a page below these. */
export function adminTrail(...between: Crumb[]): Crumb[] {
  return [administration, ...between]
}

export const agentsCrumb = { href: '/admin/agents', words: 'Agents' }
export const teamsCrumb = { href: '/admin/teams', words: 'Teams' }
export const policiesCrumb = { href: '/admin/sla', words: 'SLA policies' }
export const mailCrumb = { href: '/admin/mail', words: 'Mail that came in' }
