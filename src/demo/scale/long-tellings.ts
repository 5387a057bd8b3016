import { elif } from '#src/demo/cast.ts'
import type { Details } from '#src/demo/details.ts'
import type { Dice } from '#src/demo/dice.ts'
import { library } from '#src/demo/library.ts'
import type { Telling } from '#src/demo/plan.ts'
import { turnsOf } from '#src/demo/shape.ts'
import type { Thread, Turn } from '#src/demo/thread.ts'

/** Of the tickets that go on and on, so many go on for so long. The last is what somebody calls "that ticket". */
const lengths = [
  { messages: 20, tickets: 24 },
  { messages: 40, tickets: 12 },
  { messages: 80, tickets: 6 },
  { messages: 160, tickets: 3 },
  { messages: 320, tickets: 1 },
]

/** Tickets that no demo has: one story runs into the next until nobody remembers how it began. */
export function longTellings(dice: Dice): Telling[] {
  const threads = lengths.flatMap(({ messages, tickets }) =>
    Array.from({ length: tickets }, () => longThread(messages, dice)),
  )
  const requester = { ...elif, language: 'en' }
  return threads.map((thread, number) => {
    const until = turnsOf(thread).length
    return { number, thread, until, ending: 'closed', requester }
  })
}

function longThread(messages: number, dice: Dice): Thread {
  const stories = library.filter(({ language }) => language === undefined)
  const [first = stories[0], ...others] = Array.from({ length: messages }, () => dice.pick(stories))
  const tell = (details: Details) => {
    const told = [first, ...others].flatMap(story => story?.tell(details).turns.flatMap(saying) ?? [])
    const end: Turn = {
      agent: 'That was the last of it, I hope. Thank you for your patience.',
      sets: 'solved',
    }
    return { subject: first?.tell(details).subject ?? '', turns: [...told.slice(0, messages - 1), end] }
  }
  return { key: 'long', team: first?.team ?? 'bookings', priority: 'normal', tell }
}

/** What is said and noted, each time as if the customer had it next. */
function saying(turn: Turn): Turn[] {
  if ('customer' in turn) return [{ customer: turn.customer }]
  if ('agent' in turn) return [{ agent: turn.agent, sets: 'pending' }]
  return 'note' in turn ? [{ note: turn.note }] : []
}
