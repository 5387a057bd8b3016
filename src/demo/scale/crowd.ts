import { castAgents, castTeams } from '#src/demo/cast.ts'
import type { Dice } from '#src/demo/dice.ts'
import { uuidOf } from '#src/demo/identity.ts'
import type { user } from '#src/lib/db/tables/identity.ts'
import type { agents, teams } from '#src/lib/db/tables/people.ts'

type Person = typeof user.$inferInsert
type Worker = { userId: string; agentId: string; team: string }

/** The people of a desk that has grown: those of the demo among 60 agents in 8 teams, and very many customers. */
export type Crowd = {
  people: Iterable<Person>
  teams: (typeof teams.$inferInsert)[]
  agents: (typeof agents.$inferInsert)[]
  workers: Worker[]
  /** The number of somebody who asks: a few ask all the time, most only once in years. */
  requester: (dice: Dice) => number
}

const agentsInAll = 60
const newTeams = [
  { id: 'freight', name: 'Freight' },
  { id: 'lost-property', name: 'Lost property' },
  { id: 'season-passes', name: 'Season passes' },
  { id: 'islands', name: 'Outer islands' },
]

/** A crowd for so many tickets: a customer for every eight of them. `since` is when the first of them came. */
export function crowdFor(tickets: number, since: Date): Crowd {
  const places = [...castTeams, ...newTeams]
  const customers = Math.max(10, Math.round(tickets / 8))
  const hired = Array.from({ length: agentsInAll - castAgents.length }, (_, number): Worker => {
    const team = places[number % places.length]?.id ?? 'bookings'
    // Among the ids of customers, as if all were drawn by chance: Postgres would see that they stand before them.
    return { userId: `crowd-${number}5-crew`, agentId: uuidOf(`crew ${number}`), team }
  })
  const person = (id: string, name: string): Person => ({
    id,
    name,
    email: addressOf(id),
    emailVerified: true,
    createdAt: since,
    updatedAt: since,
  })

  function* people() {
    for (const [number, { userId }] of hired.entries()) yield person(userId, nameOf(number * 7919))
    for (let number = 0; number < customers; number++) yield person(customerId(number), nameOf(number))
  }

  return {
    people: people(),
    teams: newTeams.map(team => ({ ...team, createdAt: since })),
    agents: hired.map(({ userId, agentId: id, team }) => ({ id, userId, team, createdAt: since })),
    workers: [
      ...castAgents.map(({ userId, agentId, team }) => ({ userId, agentId, team: team ?? 'bookings' })),
      ...hired,
    ],
    requester: dice => Math.floor(customers * dice.fraction() ** 3),
  }
}

export const customerId = (number: number) => `crowd-${number}`
export const addressOf = (id: string) => `${id}@scale.test`

const first = ['Ada', 'Bea', 'Cem', 'Dora', 'Efe', 'Femi', 'Gil', 'Hana', 'Ivo', 'Jun', 'Kaja', 'Lio', 'Maj']
const middle = ['Ash', 'Birk', 'Cole', 'Dahl', 'Elm', 'Frost', 'Grove', 'Holt', 'Iver', 'Jarl', 'Kint']
const inner = [
  '',
  'en',
  'ing',
  'er',
  'el',
  'ol',
  'ar',
  'um',
  'is',
  'ed',
  'an',
  'or',
  'et',
  'ul',
  'on',
  'im',
  'ak',
]
const last = [
  'berg',
  'by',
  'dale',
  'feld',
  'gate',
  'ham',
  'hus',
  'ley',
  'mere',
  'ness',
  'ridge',
  'stad',
  'wick',
]

/** A name that reads like one: every some thirty thousand people it comes again. */
export function nameOf(number: number): string {
  const row = Math.floor(number / first.length)
  const end = Math.floor(row / middle.length)
  const within = Math.floor(end / last.length)
  const family = `${middle[row % middle.length]}${inner[within % inner.length]}${last[end % last.length]}`
  return `${first[number % first.length]} ${family}`
}
