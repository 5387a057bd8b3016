import type { ClockName } from '#src/sla/clocks.ts'
import { dueWords } from '#src/sla/due-words.ts'

type Clocks = Record<'firstResponseDueAt' | 'nextReplyDueAt' | 'resolveDueAt', Date | null>
type Owed = { at: Date; clock: ClockName; words: string; late: boolean }

/** What is owed first on a ticket: when, in one sentence, and whether that has passed; null when nothing is owed. */
export function nearestDue(ticket: Clocks, now: Date): Owed | null {
  const owed = [
    { at: ticket.firstResponseDueAt, clock: 'first-response' as const },
    { at: ticket.nextReplyDueAt, clock: 'next-reply' as const },
    { at: ticket.resolveDueAt, clock: 'resolution' as const },
  ].flatMap(({ at, clock }) => (at ? [{ at, clock, words: dueWords(at, now, clock), late: at < now }] : []))
  return owed.sort((a, b) => a.at.getTime() - b.at.getTime())[0] ?? null
}
