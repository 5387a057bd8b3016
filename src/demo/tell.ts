import type { SlaTargets } from '#src/lib/db/tables/ticket-history.ts'
import type { Priority } from '#src/tickets/status.ts'
import { markClocks } from './clock-marks.ts'
import { crewOf } from './crew.ts'
import { signature } from './customers.ts'
import { detailsFor } from './details.ts'
import type { Dice } from './dice.ts'
import { entryOf, isOfRequester } from './entry.ts'
import { type Entry, enter, type Ledger, openLedger, settle } from './ledger.ts'
import { gapsOf } from './pace.ts'
import type { Telling } from './plan.ts'

export type Stage = {
  id: string
  reference: string
  startsAt: Date
  /** Long enough ago for somebody who has left the desk since. */
  longAgo: boolean
  follows: Ledger | undefined
  targets: Record<Priority, SlaTargets>
  /** Dice of the same seed each time, so that a ticket told again at another hour stays the same ticket. */
  throws: (what: string) => Dice
}

const minute = 60_000
const day = 86_400_000

/** Tells one ticket from its opening to where it ends, each turn at its time, and enters it all into a ledger. */
export function tell(telling: Telling, stage: Stage): Ledger {
  const { thread, requester, ending, until } = telling
  const chance = stage.throws('teller')
  const crew = crewOf(stage.throws('crew'), { longAgo: stage.longAgo, requesterId: requester.userId })
  const { subject, turns } = thread.tell(
    detailsFor({
      dice: stage.throws('words'),
      openedAt: stage.startsAt,
      language: thread.language ?? 'en',
      me: signature(requester),
      agentOf: team => signature({ ...crew.agentOf(team), language: 'en' }),
      team: thread.team,
    }),
  )
  const ledger = open(turns[0] && 'customer' in turns[0] ? turns[0].customer : '')
  let team = thread.team
  let at = stage.startsAt

  for (const [index, gap] of gapsOf(telling, stage.throws('pace')).entries()) {
    const turn = turns[index]
    if (index === 0 || !turn) continue
    if (!isOfRequester(turn)) take(new Date(at.getTime() + gap * chance.spread(0.2, 0.9)))
    at = note(new Date(at.getTime() + gap), moment =>
      entryOf(turn, {
        at: moment,
        status: ledger.ticket.status,
        requesterId: requester.userId,
        agent: crew.agentOf(team),
        noteBy: chance.chance(0.25) && !stage.longAgo ? crew.passerBy() : crew.agentOf(team),
        targets: stage.targets,
        language: thread.language,
      }),
    )
    if ('moveTo' in turn) team = turn.moveTo
  }
  if (until === 1 && ending === 'open') sortIn(new Date(at.getTime() + chance.between(1, 9) * minute))
  if (ending === 'closed' && ledger.ticket.status === 'solved')
    note(
      new Date((ledger.ticket.solvedAt ?? at).getTime() + 4 * day + chance.between(1000, minute)),
      closeByItself,
    )
  settle(ledger)
  return ledger

  function open(body: string): Ledger {
    const { id, reference, startsAt, follows } = stage
    const opened = openLedger({
      id,
      reference,
      requesterId: requester.userId,
      subject: follows?.ticket.subject ?? subject,
      subjectLanguage: (follows ? follows.ticket.subjectLanguage : thread.language) ?? null,
      priority: thread.priority,
      channel: thread.channel ?? 'web',
      createdAt: startsAt,
      team: follows?.ticket.team ?? null,
      followUpOfId: follows?.ticket.id ?? null,
    })
    const actorId = thread.channel === 'phone' ? crew.agentOf(thread.team).userId : requester.userId
    enter(opened, {
      kind: 'opened',
      at: startsAt,
      actorId,
      body,
      language: thread.language,
      targets: stage.targets[thread.priority],
    })
    return opened
  }

  /** Enters something after all that went before, the marks of the clocks included. Returns when it was. */
  function note(wanted: Date, entry: (moment: Date) => Entry): Date {
    markClocks(ledger, wanted)
    const moment = new Date(Math.max(wanted.getTime(), ledger.ticket.updatedAt.getTime() + 1000))
    enter(ledger, entry(moment))
    return moment
  }

  /** Nobody works on a ticket that nobody has. */
  function take(wanted: Date): void {
    if (ledger.ticket.assigneeId !== null) return
    const { userId, agentId } = crew.agentOf(team)
    note(wanted, at => ({ kind: 'updated', at, actorId: userId, fields: { assigneeId: agentId, team } }))
  }

  /** Of what waits for its first answer, some is untouched, some is sorted into its team, some is taken. */
  function sortIn(wanted: Date): void {
    if (thread.priority === 'urgent' || chance.chance(0.4)) return
    if (chance.chance(0.5)) take(wanted)
    else note(wanted, at => ({ kind: 'updated', at, actorId: crew.passerBy().userId, fields: { team } }))
  }
}

function closeByItself(at: Date): Entry {
  return { kind: 'closed', at, actorId: null, fields: { status: 'closed' } }
}
