import type { Status } from '#src/tickets/status.ts'
import { elif, tom } from './cast.ts'
import { customers, type Speaker } from './customers.ts'
import type { Dice } from './dice.ts'
import type { Thread } from './thread.ts'

/** How many tickets of each ending the two customers who can sign in have asked for. */
const places: Record<Status, Speaker[]> = {
  open: [...seatsOf(elif, 4), ...seatsOf(tom, 2)],
  pending: [...seatsOf(elif, 3), ...seatsOf(tom, 1)],
  solved: [...seatsOf(elif, 3), ...seatsOf(tom, 2)],
  closed: [...seatsOf(elif, 6), ...seatsOf(tom, 2)],
}

/** Gives each thread to somebody who writes its language and, while there is one, has not told it before. */
export function seating(dice: Dice) {
  const others = customers.filter(({ userId }) => userId !== elif.userId && userId !== tom.userId)
  const told = new Set<string>()
  let waiting = dice.shuffled(others)
  const free = { ...places }

  return (thread: Thread, ending: Status): Speaker => {
    const language = thread.language ?? 'en'
    const speaks = (person: Speaker) => person.language === language
    const isNewTo = (person: Speaker) => !told.has(`${person.userId} ${thread.key}`)
    const row = [...(thread.priority === 'urgent' ? [] : free[ending]), ...waiting].filter(speaks)
    const speaker = row.find(isNewTo) ?? row[0]
    if (!speaker) throw new Error(`Nobody in the demo writes ${language}`)
    told.add(`${speaker.userId} ${thread.key}`)
    free[ending] = without(free[ending], speaker)
    if (waiting.includes(speaker)) waiting = [...without(waiting, speaker), speaker]
    return speaker
  }
}

function seatsOf(person: typeof elif, count: number): Speaker[] {
  return Array.from({ length: count }, () => ({ ...person, language: 'en' }))
}

function without(people: Speaker[], gone: Speaker): Speaker[] {
  return people.filter(person => person !== gone)
}
