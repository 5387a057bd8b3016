import type { Agent } from '#src/lib/actor.ts'
import type { SlaTargets } from '#src/lib/db/tables/tickets.ts'
import type { Priority } from '#src/tickets/status.ts'
import { markClocks } from './clock-marks.ts'
import { crewOf } from './crew.ts'
import { signature } from './customers.ts'
import { detailsFor } from './details.ts'
import type { Dice } from './dice.ts'
import { enter, type Ledger, openLedger } from './ledger.ts'
import { gapsOf } from './pace.ts'
import type { Telling } from './plan.ts'
import { statusAfter } from './shape.ts'
import type { TeamId, Turn } from './thread.ts'

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

const day = 86_400_000

/** Tells one ticket from its opening to where it ends, each turn at its time, and enters it all into a ledger. */
export function tell(telling: Telling, stage: Stage): Ledger {
  const { thread, requester } = telling
  const teller = stage.throws('teller')
  const crew = crewOf(stage.throws('crew'), { longAgo: stage.longAgo, requesterId: requester.userId })
  const details = detailsFor({
    dice: stage.throws('words'),
    openedAt: stage.startsAt,
    language: thread.language ?? 'en',
    me: signature(requester),
    agent: signature({ ...crew.agentOf(thread.team), language: 'en' }),
  })
  const { subject, turns } = thread.tell(details)
  const ledger = openLedger({
    id: stage.id,
    reference: stage.reference,
    requesterId: requester.userId,
    subject: stage.follows?.ticket.subject ?? subject,
    createdAt: stage.startsAt,
  })
  let at = stage.startsAt
  let team = thread.team

  gapsOf(telling, stage.throws('pace')).forEach((gap, index) => {
    const turn = turns[index]
    if (!turn) return
    const from = at
    at = new Date(at.getTime() + gap)
    if (index === 0) {
      open(turn)
      return
    }
    if (!isOfRequester(turn)) takeFirst(new Date(from.getTime() + gap * teller.spread(0.2, 0.9)))
    markClocks(ledger, at)
    play(turn)
  })
  if (telling.until === 1 && telling.ending === 'open') sortIn()
  if (telling.ending === 'closed' && ledger.ticket.status === 'solved') closeWithTime()
  return ledger

  function open(turn: Turn) {
    const onThePhone = thread.channel === 'phone'
    ledger.ticket.channel = thread.channel ?? 'web'
    ledger.ticket.priority = thread.priority
    ledger.ticket.followUpOfId = stage.follows?.ticket.id ?? null
    ledger.ticket.team = stage.follows?.ticket.team ?? null
    enter(ledger, {
      kind: 'opened',
      at,
      actorId: onThePhone ? crew.agentOf(team).userId : requester.userId,
      body: 'customer' in turn ? turn.customer : '',
      targets: stage.targets[thread.priority],
    })
  }

  /** Nobody works on a ticket that nobody has. */
  function takeFirst(moment: Date) {
    if (ledger.ticket.assigneeId !== null) return
    markClocks(ledger, moment)
    const agent = crew.agentOf(team)
    enter(ledger, {
      kind: 'updated',
      at: later(moment),
      actorId: agent.userId,
      fields: { assigneeId: agent.agentId, team },
    })
  }

  /** Of what waits for its first answer, some is untouched, some is sorted into its team, some is taken. */
  function sortIn() {
    const moment = new Date(at.getTime() + teller.between(1, 9) * 60_000)
    if (thread.priority === 'urgent' || teller.chance(0.4)) return
    if (teller.chance(0.5)) return takeFirst(moment)
    enter(ledger, { kind: 'updated', at: moment, actorId: crew.passerBy().userId, fields: { team } })
  }

  function play(turn: Turn) {
    const { next, reopened } = statusAfter(ledger.ticket.status, turn)
    const agent = crew.agentOf(team)
    const moved = { fields: { status: next }, ...(reopened && { reopened }) }
    at = later(at)
    if ('customer' in turn)
      enter(ledger, { kind: 'wrote', at, actorId: requester.userId, body: turn.customer, ...moved })
    else if ('disputes' in turn)
      enter(ledger, { kind: 'disputed', at, actorId: requester.userId, body: turn.disputes, ...moved })
    else if ('confirms' in turn) enter(ledger, { kind: 'confirmed', at, actorId: requester.userId, ...moved })
    else if ('agent' in turn)
      enter(ledger, { kind: 'replied', at, actorId: agent.userId, body: turn.agent, ...moved })
    else if ('note' in turn)
      enter(ledger, { kind: 'noted', at, actorId: noteAuthor(agent).userId, body: turn.note })
    else if ('priority' in turn)
      enter(ledger, {
        kind: 'updated',
        at,
        actorId: agent.userId,
        fields: { priority: turn.priority },
        targets: stage.targets[turn.priority],
      })
    else moveTo(turn.moveTo, agent)
  }

  function moveTo(to: TeamId, agent: Agent) {
    team = to
    const stays = agent.team === to
    enter(ledger, {
      kind: 'updated',
      at,
      actorId: agent.userId,
      fields: { team: to, ...(!stays && { assigneeId: null }) },
    })
  }

  function noteAuthor(agent: Agent): Agent {
    return teller.chance(0.25) && !stage.longAgo ? crew.passerBy() : agent
  }

  function closeWithTime() {
    const solvedAt = ledger.ticket.solvedAt ?? at
    const moment = new Date(solvedAt.getTime() + 4 * day + teller.between(1000, 60_000))
    enter(ledger, { kind: 'closed', at: later(moment), actorId: null, fields: { status: 'closed' } })
  }

  /** Two events of one ticket are never at the same moment, nor the wrong way round. */
  function later(moment: Date): Date {
    return moment > ledger.ticket.updatedAt ? moment : new Date(ledger.ticket.updatedAt.getTime() + 1000)
  }
}

function isOfRequester(turn: Turn): boolean {
  return 'customer' in turn || 'confirms' in turn || 'disputes' in turn
}
