import type { Agent } from '#src/lib/actor.ts'
import type { SlaTargets } from '#src/lib/db/tables/ticket-history.ts'
import type { Priority, Status } from '#src/tickets/status.ts'
import type { Entry } from './ledger.ts'
import { statusAfter } from './shape.ts'
import type { Turn } from './thread.ts'

/** Who and when a turn is played: `noteBy` writes the notes, which may be a colleague of the agent. */
export type Scene = {
  at: Date
  status: Status
  requesterId: string
  agent: Agent
  noteBy: Agent
  targets: Record<Priority, SlaTargets>
  /** What the requester writes in, and whoever answers them; notes are in English. */
  language: string | undefined
}

/** What one turn enters into the ledger. */
export function entryOf(turn: Turn, scene: Scene): Entry {
  const { at, status, requesterId, agent, targets, language } = scene
  const { next, reopened } = statusAfter(status, turn)
  const asked = { at, actorId: requesterId, fields: { status: next }, ...(reopened && { reopened }) }
  const worked = { ...asked, actorId: agent.userId }
  if ('customer' in turn) return { kind: 'wrote', body: turn.customer, language, ...asked }
  if ('disputes' in turn) return { kind: 'disputed', body: turn.disputes, language, ...asked }
  if ('confirms' in turn) return { kind: 'confirmed', ...asked }
  if ('agent' in turn) return { kind: 'replied', body: turn.agent, language, ...worked }
  if ('note' in turn) return { kind: 'noted', body: turn.note, at, actorId: scene.noteBy.userId }
  const update = { kind: 'updated', at, actorId: agent.userId } as const
  if ('priority' in turn)
    return { ...update, fields: { priority: turn.priority }, targets: targets[turn.priority] }
  const leaves = agent.team !== turn.moveTo
  return { ...update, fields: { team: turn.moveTo, ...(leaves && { assigneeId: null }) } }
}

/** Whether this turn is the requester's own. All others are work of the desk. */
export function isOfRequester(turn: Turn): boolean {
  return 'customer' in turn || 'confirms' in turn || 'disputes' in turn
}
