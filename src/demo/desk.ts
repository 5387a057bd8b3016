import type { SlaTargets } from '#src/lib/db/tables/ticket-history.ts'
import { withCheckCharacter } from '#src/tickets/reference.ts'
import type { Priority } from '#src/tickets/status.ts'
import { bramLeftDaysAgo } from './cast.ts'
import { markClocks } from './clock-marks.ts'
import { type Dice, dice } from './dice.ts'
import { uuidOf } from './identity.ts'
import { type Ledger, settle } from './ledger.ts'
import { startOf } from './place-in-time.ts'
import { planDesk, type Telling } from './plan.ts'
import { type Stage, tell } from './tell.ts'

const day = 86_400_000

type Making = {
  seed: string
  now: Date
  targets: Record<Priority, SlaTargets>
  /** What is told; the demo where nothing else is said. */
  plan?: (dice: Dice) => Telling[]
}

/** All tickets of the demo as ledgers, on paper only. Those that are followed up come before their followers. */
export function makeDesk({ seed, now, targets, plan = planDesk }: Making): Ledger[] {
  const tellings = plan(dice(`${seed}: plan`))
  const followed = new Set(tellings.map(({ follows }) => follows))
  const desk: Ledger[] = []

  for (const telling of tellings) {
    const throws = (what: string) => dice(`${seed}: ${telling.number} ${what}`)
    const follows = telling.follows === undefined ? undefined : desk[telling.follows]
    const stage: Stage = {
      id: uuidOf(`${seed}: ticket ${telling.number}`),
      reference: referenceFrom(throws('reference')),
      startsAt: new Date(0),
      longAgo: false,
      follows,
      targets,
      throws,
    }
    desk.push(placed(telling, stage, { now, early: followed.has(telling.number) }))
  }
  return desk
}

/** Told once to see how long it takes, and again from the start that brings it to its end by now. */
function placed(telling: Telling, stage: Stage, { now, early }: { now: Date; early: boolean }): Ledger {
  const startsAt = startOf(tell(telling, stage), { now, early, dice: stage.throws('place') })
  const lastOfBram = now.getTime() - (bramLeftDaysAgo + 20) * day
  const longAgo = telling.ending === 'closed' && startsAt.getTime() < lastOfBram
  const ledger = tell(telling, { ...stage, startsAt, longAgo })
  markClocks(ledger, now)
  settle(ledger)
  return ledger
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

function referenceFrom(throws: Dice): string {
  return withCheckCharacter(Array.from({ length: 7 }, () => alphabet.charAt(throws.between(0, 31))).join(''))
}
