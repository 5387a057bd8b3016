import type { Status } from '#src/tickets/status.ts'
import { elif, oskar } from './cast.ts'
import type { Speaker } from './customers.ts'
import type { Dice } from './dice.ts'
import { library, sequels } from './library.ts'
import { seating } from './seating.ts'
import { stopsFor } from './shape.ts'
import type { Thread } from './thread.ts'
import { wedding } from './threads/wedding.ts'

/** One ticket of the demo: which thread is told, how far, by whom. `follows` is the number of a closed ticket. */
export type Telling = {
  number: number
  thread: Thread
  until: number
  ending: Status
  requester: Speaker
  follows?: number
}

const shares: { ending: Status; tickets: number }[] = [
  { ending: 'open', tickets: 46 },
  { ending: 'pending', tickets: 36 },
  { ending: 'solved', tickets: 60 },
  { ending: 'closed', tickets: 124 },
]

/** Decides who tells which thread, and how far. What follows another ticket comes after it. */
export function planDesk(dice: Dice): Telling[] {
  const seat = seating(dice)
  const first = shares.flatMap(({ ending, tickets }) =>
    deal(ending, tickets, dice).map(thread => {
      const requester = seat(thread, ending)
      return { thread, until: stop(thread, ending, dice), ending, requester }
    }),
  )
  const tellings = first.map((telling, number): Telling => ({ number, ...telling }))
  const more = [...followUps(tellings, dice), ...colleague(dice), longest()]
  return [...tellings, ...more.map((telling, index) => ({ ...telling, number: tellings.length + index }))]
}

/** Threads that can end so, each once before any comes again. Of what is urgent, all. */
function deal(ending: Status, count: number, dice: Dice): Thread[] {
  const able = library.filter(thread => stopsFor(thread, ending).length > 0)
  const deck = [...able.filter(isUrgent), ...dice.shuffled(able.filter(thread => !isUrgent(thread)))]
  while (deck.length < count) deck.push(...dice.shuffled(able))
  return deck.slice(0, count)
}

function followUps(tellings: Telling[], dice: Dice): Omit<Telling, 'number'>[] {
  return sequels.flatMap(thread => {
    const closed = tellings.find(
      telling => telling.thread.key === thread.follows && telling.ending === 'closed',
    )
    if (!closed) return []
    const { requester, number: follows } = closed
    const endings = (['open', 'pending', 'solved'] as const).filter(one => stopsFor(thread, one).length > 0)
    const ending = dice.pick(endings)
    return [{ thread, until: stop(thread, ending, dice), ending, requester, follows }]
  })
}

/** An agent who needs help is a requester like any other. */
function colleague(dice: Dice): Omit<Telling, 'number'>[] {
  const requester = { ...oskar, language: 'en' }
  return library
    .filter(({ key }) => key === 'machine-language')
    .map(thread => ({ thread, until: stop(thread, 'open', dice), ending: 'open', requester }))
}

/** More messages than fit a screen, on a ticket of the customer who can sign in. */
function longest(): Omit<Telling, 'number'> {
  const until = stopsFor(wedding, 'pending').at(-1) ?? 1
  return { thread: wedding, until, ending: 'pending', requester: { ...elif, language: 'en' } }
}

function stop(thread: Thread, ending: Status, dice: Dice): number {
  return ending === 'open' && (isUrgent(thread) || dice.chance(0.5)) ? 1 : dice.pick(stopsFor(thread, ending))
}

function isUrgent(thread: Thread): boolean {
  return thread.priority === 'urgent'
}
