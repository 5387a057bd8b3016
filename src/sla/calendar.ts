const minute = 60_000

/** Time that counts, without a gap. `closes` is null where it never closes again. */
type Stretch = { opens: Date; closes: Date | null }

/**
 * The hours that count for the clocks, told by one question: which stretch is open at this moment, or the next to
 * open? A stretch that is open already starts at the moment asked for. Null means that it never opens again.
 * Weekdays, zones and holidays are answers to the same question, so that the arithmetic below need not know them.
 */
export type Calendar = { openFrom: (moment: Date) => Stretch | null }

/** Every hour of every day counts. */
export const alwaysOpen: Calendar = { openFrom: moment => ({ opens: moment, closes: null }) }

/** The moment at which so many working minutes have passed. Throws a RangeError if they never will. */
export function addWorkingMinutes(calendar: Calendar, from: Date, minutes: number): Date {
  return addWorkingMs(calendar, from, minutes * minute)
}

/** The working minutes between two moments, with fractions; 0 if `to` is not after `from`. */
export function workingMinutesBetween(calendar: Calendar, from: Date, to: Date): number {
  return workingMsBetween(calendar, from, to) / minute
}

/**
 * Like `addWorkingMinutes`, in whole milliseconds, so that sums over many spans stay exact. Time that is used up
 * at the moment of closing is due then, not at the next opening.
 */
export function addWorkingMs(calendar: Calendar, from: Date, ms: number): Date {
  let left = ms
  for (let at: Date | null = from; at !== null; ) {
    const stretch: Stretch | null = calendar.openFrom(at)
    if (stretch === null) break
    const length = stretch.closes === null ? Infinity : stretch.closes.getTime() - stretch.opens.getTime()
    if (left <= length) return new Date(stretch.opens.getTime() + left)
    left -= length
    at = stretch.closes
  }
  throw new RangeError('The calendar closes for good before the time is up')
}

/** Like `workingMinutesBetween`, in whole milliseconds. */
export function workingMsBetween(calendar: Calendar, from: Date, to: Date): number {
  let sum = 0
  for (let at: Date | null = from; at !== null && at < to; ) {
    const stretch: Stretch | null = calendar.openFrom(at)
    if (stretch === null || stretch.opens >= to) break
    const end = stretch.closes !== null && stretch.closes < to ? stretch.closes : to
    sum += end.getTime() - stretch.opens.getTime()
    at = stretch.closes
  }
  return sum
}
