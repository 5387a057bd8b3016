import type { ClockName } from './clocks.ts'

type Sentences = { moments: string; minutes: { one: string; other: string }; hours: string; days: string }

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/**
 * When a clock is due, seen from now, as one sentence: "First reply due in 25 minutes". Null is "Nothing is due".
 * Minutes up to two hours, hours up to two days, then days; always rounded towards the due time, so that nobody
 * is promised time that is not there, and "2 hours late" is at least that. The due time itself is not late yet.
 * @param readAt when it was known what is due: what has become due since may have been done, so it is not called late
 */
export function dueWords(dueAt: Date | null, now: Date, clock: ClockName, readAt = now): string {
  if (dueAt === null) return 'Nothing is due'
  const ms = dueAt.getTime() - now.getTime()
  if (ms >= 0) return sentence(due[clock], ms)
  return sentence(dueAt < readAt ? late[clock] : passed[clock], -ms)
}

/** Whether this is the name of a clock that there are words for. */
export function isClockName(name: string | undefined): name is ClockName {
  return name !== undefined && Object.hasOwn(due, name)
}

function sentence(sentences: Sentences, ms: number): string {
  if (ms < minute) return sentences.moments
  if (ms < 2 * hour) return minutes(sentences, Math.floor(ms / minute))
  if (ms < 2 * day) return fill(sentences.hours, Math.floor(ms / hour))
  return fill(sentences.days, Math.floor(ms / day))
}

function minutes(sentences: Sentences, count: number): string {
  return fill(count === 1 ? sentences.minutes.one : sentences.minutes.other, count)
}

function fill(sentence: string, count: number): string {
  return sentence.replace('{count}', String(count))
}

const due: Record<ClockName, Sentences> = {
  'first-response': {
    moments: 'First reply due in less than a minute',
    minutes: { one: 'First reply due in {count} minute', other: 'First reply due in {count} minutes' },
    hours: 'First reply due in {count} hours',
    days: 'First reply due in {count} days',
  },
  'next-reply': {
    moments: 'Next reply due in less than a minute',
    minutes: { one: 'Next reply due in {count} minute', other: 'Next reply due in {count} minutes' },
    hours: 'Next reply due in {count} hours',
    days: 'Next reply due in {count} days',
  },
  resolution: {
    moments: 'Solution due in less than a minute',
    minutes: { one: 'Solution due in {count} minute', other: 'Solution due in {count} minutes' },
    hours: 'Solution due in {count} hours',
    days: 'Solution due in {count} days',
  },
}

const late: Record<ClockName, Sentences> = {
  'first-response': {
    moments: 'First reply less than a minute late',
    minutes: { one: 'First reply {count} minute late', other: 'First reply {count} minutes late' },
    hours: 'First reply {count} hours late',
    days: 'First reply {count} days late',
  },
  'next-reply': {
    moments: 'Next reply less than a minute late',
    minutes: { one: 'Next reply {count} minute late', other: 'Next reply {count} minutes late' },
    hours: 'Next reply {count} hours late',
    days: 'Next reply {count} days late',
  },
  resolution: {
    moments: 'Solution less than a minute late',
    minutes: { one: 'Solution {count} minute late', other: 'Solution {count} minutes late' },
    hours: 'Solution {count} hours late',
    days: 'Solution {count} days late',
  },
}

const passed: Record<ClockName, Sentences> = {
  'first-response': {
    moments: 'First reply was due less than a minute ago',
    minutes: {
      one: 'First reply was due {count} minute ago',
      other: 'First reply was due {count} minutes ago',
    },
    hours: 'First reply was due {count} hours ago',
    days: 'First reply was due {count} days ago',
  },
  'next-reply': {
    moments: 'Next reply was due less than a minute ago',
    minutes: {
      one: 'Next reply was due {count} minute ago',
      other: 'Next reply was due {count} minutes ago',
    },
    hours: 'Next reply was due {count} hours ago',
    days: 'Next reply was due {count} days ago',
  },
  resolution: {
    moments: 'Solution was due less than a minute ago',
    minutes: { one: 'Solution was due {count} minute ago', other: 'Solution was due {count} minutes ago' },
    hours: 'Solution was due {count} hours ago',
    days: 'Solution was due {count} days ago',
  },
}
