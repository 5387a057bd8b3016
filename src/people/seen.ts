import type { AgentRow, TeamRow } from './find.ts'

/** What a page shows of an agent that its form can change: sent back, to notice who was faster. */
export function seenOfAgent({ role, team }: Pick<AgentRow, 'role' | 'team'>): string {
  return `${role} ${team ?? ''}`
}

/** What a page shows of a team that its form can change. */
export function seenOfTeam({ name }: Pick<TeamRow, 'name'>): string {
  return name
}
