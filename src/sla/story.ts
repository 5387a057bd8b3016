import type { SlaTargets } from '#src/lib/db/tables/ticket-history.ts'
import type { ClockEvent } from './clocks.ts'
import { isMet, meetRun, type Run, standing, startRun, targetRun, turnRun } from './run.ts'

/** What the events of a ticket mean to its clocks, up to the last one told. A null run has not begun. */
export type Story = {
  status: string
  at: Date
  targets: SlaTargets | null
  firstResponse: Run | null
  nextReply: Run | null
  resolution: Run | null
}

const blank: Story = {
  status: 'open',
  at: new Date(0),
  targets: null,
  firstResponse: null,
  nextReply: null,
  resolution: null,
}

/**
 * The rules of the clocks:
 * - A first response is owed from the opening on, to the first public reply of an agent who is not the requester.
 * - A next reply is owed from the first message of the requester that stands unanswered after that.
 * - Both run on while the ticket is pending: setting it aside is no answer. The time to solve it stands still then.
 * - A solved or closed ticket owes nothing, so all three stop. One that is opened again goes on with the time
 *   used; but a message that reopens it asks for a reply of its own, as solving settled what was asked before.
 * - New targets count from the same start, for the clocks that still owe something.
 * A story that was told up to some event goes on with the events after it.
 */
export function storyOf(events: readonly ClockEvent[], before: Story = blank): Story {
  return events.reduce(tell, before)
}

function tell(before: Story, event: ClockEvent): Story {
  // Two submits may begin in one order and be numbered in the other; time never runs backwards here.
  const at = new Date(Math.max(event.at.getTime(), before.at.getTime()))
  const status = event.changes.find(change => change.field === 'status')?.to ?? before.status
  const targets = event.targets ?? before.targets
  const now: Story = { ...before, status, at, targets }
  return {
    ...now,
    firstResponse: aim(firstResponse(before, now, event), targets?.firstResponseMins),
    nextReply: aim(nextReply(before, now, event), targets?.nextReplyMins),
    resolution: aim(resolution(before, now, event), targets?.resolveMins),
  }
}

function firstResponse(before: Story, now: Story, event: ClockEvent): Run | null {
  const cause = { at: now.at, seq: event.seq }
  const run = before.firstResponse ?? (event.kind === 'opened' ? startRun('running', cause) : null)
  const answered = run && answers(event) ? meetRun(run, cause) : run
  return answered && turnRun(answered, owesAnswers(now) ? 'running' : 'stopped', cause)
}

function nextReply(before: Story, now: Story, event: ClockEvent): Run | null {
  const cause = { at: now.at, seq: event.seq }
  const kind = owesAnswers(now) ? 'running' : 'stopped'
  const run = before.nextReply
  const waiting = run !== null && standing(run) === 'running'
  const answeredOnce = before.firstResponse !== null && isMet(before.firstResponse)
  if (asks(event) && answeredOnce && !waiting) return startRun(kind, cause)
  const answered = run && answers(event) ? meetRun(run, cause) : run
  return answered && turnRun(answered, kind, cause)
}

function resolution(before: Story, now: Story, event: ClockEvent): Run | null {
  const cause = { at: now.at, seq: event.seq }
  const run = before.resolution ?? (event.kind === 'opened' ? startRun('running', cause) : null)
  if (!owesAnswers(now)) return run && turnRun(run, 'stopped', cause)
  return run && turnRun(run, now.status === 'pending' ? 'paused' : 'running', cause)
}

function aim(run: Run | null, targetMins: number | undefined): Run | null {
  return run && targetRun(run, targetMins ?? null)
}

function owesAnswers(story: Story): boolean {
  return story.status !== 'solved' && story.status !== 'closed'
}

function answers(event: ClockEvent): boolean {
  return event.kind === 'replied' && !event.byRequester
}

/** An agent who asks for help is the requester of that ticket, whatever form they wrote it with. */
function asks(event: ClockEvent): boolean {
  return (
    event.kind === 'wrote' || event.kind === 'disputed' || (event.kind === 'replied' && event.byRequester)
  )
}
