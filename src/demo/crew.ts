import type { Agent } from '#src/lib/actor.ts'
import { bram, jonas, mira, noor, workingAgents } from './cast.ts'
import type { Dice } from './dice.ts'
import type { TeamId } from './thread.ts'

/** Who works on a ticket: one agent a team, and colleagues who look in. `longAgo`: Bram may have been one. */
export function crewOf(dice: Dice, { longAgo, requesterId }: { longAgo: boolean; requesterId: string }) {
  const bramsTurn = dice.chance(0.4)
  const noorsTurn = dice.chance(0.08)
  const busiest = dice.chance(0.4)
  const place = dice.fraction()
  const present = workingAgents.filter(({ userId }) => userId !== requesterId)

  function agentOf(team: TeamId): Agent {
    if (longAgo && bramsTurn && team === 'bookings') return bram
    if (noorsTurn) return noor
    if (busiest && team === 'bookings') return mira
    if (busiest && team === 'parcels' && requesterId !== jonas.userId) return jonas
    const members = present.filter(agent => agent.team === team)
    const member = members[Math.floor(place * members.length)]
    if (!member) throw new Error(`The team ${team} has no agent`)
    return member
  }

  /** Somebody else who writes a note or sorts what came in. */
  const passerBy = () => dice.pick(present)

  return { agentOf, passerBy }
}
