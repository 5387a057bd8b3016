import { formatDeparture } from '#src/lib/time-words.ts'
import { deskZone } from '#src/lib/zone.ts'
import { nearestDue } from '#src/tickets/nearest-due.ts'
import { Due } from '#src/ui/due.tsx'

/** What is owed first on a ticket, as a time and in words; nothing when nothing is owed. */
export function DueLine({ ticket, now }: { ticket: Parameters<typeof nearestDue>[0]; now: Date }) {
  const due = nearestDue(ticket, now)
  if (!due) return <Due words="Nothing is due" />
  return <Due {...due} hour={formatDeparture(due.at, now, deskZone())} />
}
