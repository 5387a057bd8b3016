import type { Status } from '#src/tickets/status.ts'
import { elif, oskar, tom } from './cast.ts'
import { customers, type Speaker } from './customers.ts'
import type { Dice } from './dice.ts'
import { library } from './library.ts'
import { stopsIn } from './shape.ts'
import type { Thread } from './thread.ts'

/** One ticket of the demo: which thread is told, how far, by whom. `follows` is the number of a closed ticket. */
export type Telling = {
  number: number
  thread: Thread
  until: number
  ending: Status
  requester: Speaker
  follows?: number
}

/** How many tickets end in each status, and how many of them the two customers who can sign in have asked for. */
const shares: { ending: Status; tickets: number; elif: number; tom: number }[] = [
  { ending: 'open', tickets: 46, elif: 4, tom: 2 },
  { ending: 'pending', tickets: 36, elif: 3, tom: 1 },
  { ending: 'solved', tickets: 60, elif: 3, tom: 2 },
  { ending: 'closed', tickets: 124, elif: 6, tom: 2 },
]

/** Decides who tells which thread. The closed ones that are followed up later are told by the same person again. */
export function planDesk(dice: Dice): Telling[] {
  const seats = seating(dice)
  const tellings = shares
    .flatMap(share => deal(share, dice).map((thread, index) => ({ share, thread, index })))
    .map(({ share, thread, index }, number): Telling => {
      const { ending } = share
      const requester = seats(thread, share, index)
      return { number, thread, until: stop(thread, ending, dice), ending, requester }
    })
  const more = [...followUps(tellings, dice), ...colleague(dice)]
  return [...tellings, ...more.map((telling, index) => ({ ...telling, number: tellings.length + index }))]
}

/** Threads that can end so, each once before any comes again, the English ones first. */
function deal({ ending, tickets }: (typeof shares)[number], dice: Dice): Thread[] {
  const able = library.filter(thread => !thread.follows && stopsFor(thread, ending).length > 0)
  const deck = dice.shuffled(able)
  while (deck.length < tickets) deck.push(...dice.shuffled(able))
  const dealt = deck.slice(0, tickets)
  return [...dealt.filter(isEnglish), ...dealt.filter(thread => !isEnglish(thread))]
}

/** Gives each telling to a person who writes its language and, while there is one, has not told it before. */
function seating(dice: Dice) {
  const told = new Set<string>()
  const waiting = new Map<string, Speaker[]>()

  return (thread: Thread, share: (typeof shares)[number], index: number): Speaker => {
    if (isEnglish(thread) && index < share.elif) return elifSpeaks
    if (isEnglish(thread) && index < share.elif + share.tom) return tomSpeaks
    const language = thread.language ?? 'en'
    const row = waiting.get(language) ?? dice.shuffled(crowd.filter(person => person.language === language))
    const free = row.find(person => !told.has(`${person.userId} ${thread.key}`)) ?? row[0]
    if (!free) throw new Error(`Nobody in the demo writes ${language}`)
    waiting.set(language, [...row.filter(person => person !== free), free])
    told.add(`${free.userId} ${thread.key}`)
    return free
  }
}

function followUps(tellings: Telling[], dice: Dice): Omit<Telling, 'number'>[] {
  return library.flatMap(thread => {
    const closed = tellings.find(
      ({ thread: { key }, ending }) => key === thread.follows && ending === 'closed',
    )
    if (!closed) return []
    const endings = (['open', 'pending', 'solved'] as const).filter(one => stopsFor(thread, one).length > 0)
    const ending = dice.pick(endings)
    const until = stop(thread, ending, dice)
    return [{ thread, until, ending, requester: closed.requester, follows: closed.number }]
  })
}

/** An agent who needs help is a requester like any other. */
function colleague(dice: Dice): Omit<Telling, 'number'>[] {
  const thread = library.find(({ key }) => key === 'machine-language')
  if (!thread) return []
  return [
    { thread, until: stop(thread, 'open', dice), ending: 'open', requester: { ...oskar, language: 'en' } },
  ]
}

function stop(thread: Thread, ending: Status, dice: Dice): number {
  return ending === 'open' && dice.chance(0.5) ? 1 : dice.pick(stopsFor(thread, ending))
}

/** A ticket ends closed by itself too, some days after it was solved. */
function stopsFor(thread: Thread, ending: Status): number[] {
  return ending === 'closed'
    ? [...stopsIn(thread, 'solved'), ...stopsIn(thread, 'closed')]
    : stopsIn(thread, ending)
}

function isEnglish(thread: Thread): boolean {
  return thread.language === undefined
}

const elifSpeaks: Speaker = { ...elif, language: 'en' }
const tomSpeaks: Speaker = { ...tom, language: 'en' }
const crowd = customers.filter(({ userId }) => userId !== elif.userId && userId !== tom.userId)
