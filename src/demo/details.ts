import type { Dice } from './dice.ts'
import { speechOf } from './speech.ts'
import type { TeamId } from './thread.ts'

const boats = [
  'Marram',
  'Sandpiper',
  'Bladderwrack',
  'Northern Tern',
  'Guillemot',
  'Kittiwake',
  'Eider',
] as const
const ports = [
  'Skarholm',
  'Saint Brannoc',
  'Lower Wick',
  'Tern Island',
  'Gull Point',
  'Farhaven',
  'Old Quay',
] as const

export type Details = ReturnType<typeof detailsFor>

/** What one telling of a thread mentions: names, a booking, a boat, days round the day it was opened. */
export function detailsFor(told: {
  dice: Dice
  openedAt: Date
  language: string
  me: string
  agentOf: (team: TeamId) => string
  team: TeamId
}) {
  const { dice, openedAt, language } = told
  const [port, otherPort] = dice.shuffled(ports)

  const { day, euro } = speechOf(language)
  const shifted = (offset: number) => new Date(openedAt.getTime() + offset * 86_400_000)

  return {
    me: told.me,
    agent: told.agentOf(told.team),
    agentOf: told.agentOf,
    boat: dice.pick(boats),
    port: port ?? ports[0],
    otherPort: otherPort ?? ports[1],
    booking: `KB-${dice.digits(5)}`,
    order: `W${dice.digits(6)}`,
    parcel: `KBP ${dice.digits(4)} ${dice.digits(4)} ${dice.digits(1)}`,
    invoice: `INV-${openedAt.getUTCFullYear()}-${dice.digits(4)}`,
    sailing: dice.pick(['06:20', '07:45', '09:10', '11:35', '13:00', '15:25', '17:40', '19:05'] as const),
    fare: euro(dice.between(18, 96) + 0.5),
    people: dice.between(2, 6),
    /** A day so many days after (or before) the opening, as the writer would put it. */
    day: (offset: number) => day(shifted(offset)),
    euro,
    isoDay: (offset: number) => shifted(offset).toISOString().slice(0, 10),
    one: (...options: [string, ...string[]]) => dice.pick(options),
  }
}
