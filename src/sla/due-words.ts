import type { ClockName } from './clocks.ts'

type Sentences = { moments: string; minutes: { one: string; other: string }; hours: string; days: string }

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/**
 * When a clock is due, seen from now, as one sentence: "First reply due in 25 minutes". Null is "Nothing is due".
 * Minutes up to two hours, hours up to two days, then days; always rounded towards the due time, so that nobody
 * is promised time that is not there, and "2 hours late" is at least that. The due time itself is not late yet.
 */
export function dueWords(dueAt: Date | null, now: Date, clock: ClockName): string {
  if (dueAt === null) return 'Nothing is due'
  const ms = dueAt.getTime() - now.getTime()
  return sentence(ms < 0 ? late[clock] : due[clock], Math.abs(ms))
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
