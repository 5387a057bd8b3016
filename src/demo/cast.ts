import type { Agent, Customer } from '#src/lib/actor.ts'
import { uuidOf } from './identity.ts'
import type { TeamId } from './thread.ts'

/**
 * The people of the demo desk, "Kelp Bay Ferries & Post", a small public service on an island coast. The five with
 * names of their own below may sign in, with `demoPassword`; tests act as them too.
 */
export const demoPassword = 'holdfast demo desk'

export const castTeams: { id: TeamId; name: string }[] = [
  { id: 'bookings', name: 'Bookings and piers' },
  { id: 'parcels', name: 'Parcels and post' },
  { id: 'access', name: 'Accessible travel' },
  { id: 'digital', name: 'Website and partners' },
]

export const ada = agent('ada', 'Ada Lindqvist', 'admin@holdfast.test', null, 'admin')
export const mira = agent('mira', 'Mira Castellanos', 'agent@holdfast.test', 'bookings')
export const jonas = agent('jonas', 'Jonas Okafor', 'agent2@holdfast.test', 'parcels')
export const elif = customer('elif', 'Elif Brandt', 'customer@holdfast.test')
export const tom = customer('tom', 'Tom Hallworthy', 'customer2@holdfast.test')

/** Those who have a password; all others in the demo cannot sign in. */
export const signIns = [ada, mira, jonas, elif, tom]

const fenna = agent('fenna', 'Fenna de Wit', 'fenna@kelpbay.test', 'bookings')
/** Asks for help too, as a requester. */
export const oskar = agent('oskar', 'Oskar Nyström', 'oskar@kelpbay.test', 'parcels')
export const yuki = agent('yuki', 'Yuki Tanabe', 'yuki@kelpbay.test', 'access')
const samuel = agent('samuel', 'Samuel Reyes', 'samuel@kelpbay.test', 'access')
const greta = agent('greta', 'Greta Holm', 'greta@kelpbay.test', 'digital')
const idris = agent('idris', 'Idris Benali', 'idris@kelpbay.test', 'digital')
/** In no team. */
export const noor = agent('noor', 'Noor Haddad', 'noor@kelpbay.test', null)
/** Left the desk: deactivated, with old tickets that still bear the name. */
export const bram = agent('bram', 'Bram Tielens', 'bram@kelpbay.test', 'bookings')

export const workingAgents = [ada, mira, jonas, fenna, oskar, yuki, samuel, greta, idris, noor]
export const castAgents = [...workingAgents, bram]

/** How many days before the day of the demo Bram left. */
export const bramLeftDaysAgo = 20

function agent(key: string, name: string, email: string, team: TeamId | null, role: Agent['role'] = 'agent') {
  const userId = `cast-${key}`
  return { kind: 'agent', userId, name, email, agentId: uuidOf(`agent ${key}`), role, team } satisfies Agent
}

function customer(key: string, name: string, email: string) {
  return { kind: 'customer', userId: `cast-${key}`, name, email } satisfies Customer
}
