import { beforeAll, describe, expect, test } from 'vitest'
import { ada, bram, elif, mira, oskar, tom } from '#src/demo/cast.ts'
import type { Actor } from '#src/lib/actor.ts'
import type { Status } from '#src/tickets/status.ts'
import { openDesk } from '#tests/support/desk.ts'
import { fillAsGuest, guestCustomer, newestKey } from '#tests/support/guests.ts'
import { type Fields, send, shown, visitOf } from '#tests/support/post.ts'
import { sourcesIn } from '#tests/support/sources.ts'
import { sinceThen, standing } from '#tests/support/standing.ts'
import { ticketIn } from '#tests/support/ticket-in.ts'
import { fill, type Visited } from '#tests/support/visit.ts'
import { adminDoors } from './admin-doors.ts'
import { authDoors } from './auth-doors.ts'
import { type Door, formNameOf, ticketDoors } from './doors.ts'
import { type End, matrix, type Role, roles } from './matrix.ts'

beforeAll(openDesk)

const doors: Record<string, Door> = { ...authDoors, ...adminDoors, ...ticketDoors }

const people: Record<Role, Actor | null> = {
  nobody: null,
  requester: elif,
  'other customer': tom,
  agent: mira,
  'agent who asked': oskar,
  administrator: ada,
  'former agent': bram,
  guest: null,
}
const statuses: Status[] = ['open', 'pending', 'solved', 'closed']

test('Every action stands in the matrix, with every role', () => {
  const actions = sourcesIn('actions').map(({ path }) => path.replace(/^actions\/|\.ts$/g, ''))
  expect(Object.keys(matrix).sort()).toEqual(actions)
  expect(Object.keys(doors).sort()).toEqual(actions)
  for (const { ends } of Object.values(matrix)) expect(ends).toHaveLength(roles.length)
})

/** Posts a form of this action as somebody in this role, and says what came of it and whether anything was written. */
async function tried(path: string, door: Door, role: Role, status?: Status) {
  const person = people[role]
  const owner = await ownerFor(role)
  const fields = await door.ready(owner, status)
  const form =
    role === 'guest' && door.by
      ? fillAsGuest(formNameOf(path), owner, await linkAbout(fields, owner), fields)
      : fill(formNameOf(path), door.by && person, fields)
  const before = await standing()
  const end = await send(door.action, await visitOf(person), form)
  const { changed } = sinceThen(before, await standing())
  return { end: endOf(end), wrote: changed.some(table => table !== 'submissions') }
}

async function ownerFor(role: Role): Promise<Actor> {
  if (role === 'guest') return guestCustomer()
  return role === 'agent who asked' ? oskar : elif
}

/** The link to the ticket that a form is about; to another of the same person where it is about none. */
async function linkAbout({ reference }: Fields, owner: Actor): Promise<string> {
  return newestKey(reference === undefined ? await ticketIn('open', owner) : String(reference))
}

function endOf(visited: Visited): End | string {
  if (visited.redirect !== null) return visited.redirect.startsWith('/sign-in?next=') ? 'sign-in' : 'done'
  const { words } = shown(visited)
  if (visited.status !== null || words === '') return `a fault: ${words}`
  return words === 'There is no such ticket for you. Check the reference.' ? 'no-such-ticket' : 'refused'
}

/** Whoever signs in or out writes nothing but their session. */
const silent = ['auth/sign-in', 'auth/sign-out']
const expected = (path: string, end: End | undefined) => ({
  end: end === 'already' ? 'done' : end,
  wrote: end === 'done' && !silent.includes(path),
})

describe.each(Object.entries(matrix))('%s', (path, { ends, states = {} }) => {
  const door = doors[path]
  if (!door) return

  test.each(roles.map((role, place) => [role, ends[place]] as const))('%s: %s', async (role, end) => {
    expect(await tried(path, door, role)).toEqual(expected(path, end))
  })

  const cases = roles.flatMap(role => statuses.map(status => [role, status, states[role]?.[status]] as const))
  for (const [role, status, end] of cases.filter(([, , end]) => end !== undefined)) {
    test(`${role} on a ticket that is ${status}: ${end}`, async () => {
      expect(await tried(path, door, role, status)).toEqual(expected(path, end))
    })
  }
})
