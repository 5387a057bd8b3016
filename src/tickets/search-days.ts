const day = 86_400_000

/**
 * When a day, a month or a year begins, at midnight UTC (`2026-01-31`, `2026-01`, `2026`), or a minute
 * (`2026-01-31T10:20`). Undefined for what is none of them.
 */
export function beginningOf(typed: string): Date | undefined {
  const shape = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)Z?)?)?)?$/i
  const [, year, month = '01', date = '01', time = '00:00'] = shape.exec(typed) ?? []
  if (year === undefined || year < '1970') return undefined
  const written = `${year}-${month}-${date}T${time}:00.000Z`
  const moment = new Date(written)
  // A 31st of February would be one of March.
  return !Number.isNaN(moment.getTime()) && moment.toISOString() === written ? moment : undefined
}

/** A stretch of time that a search looks through at once: its marks in the index, none for all, and its ends. */
export type Stretch = { marks: string[]; from: Date; to: Date }

/** Before any desk. */
export const firstDay = new Date('2000-01-01T00:00:00.000Z')
export const tomorrow = () => new Date(Date.now() + day)

/** The time between two moments, the newest first: one or two weeks, then months, then years, and all that is left. */
export function stretchesOf(after: Date, before: Date): Stretch[] {
  const stretches: Stretch[] = []
  let to = before
  for (const unit of [weekOf, monthOf, yearOf]) {
    const newest = unit(to)
    const other = unit(newest.from)
    const from = other.from > after ? other.from : after
    stretches.push({ marks: [newest.mark, other.mark], from, to })
    if (from <= after) return stretches
    to = from
  }
  return [...stretches, { marks: [], from: after, to }]
}

// Each of these is the one that ends at a moment, or in which it lies.
function weekOf(end: Date) {
  const week = Math.floor((end.getTime() - 1) / (7 * day))
  return { mark: `=w:${week}`, from: new Date(week * 7 * day) }
}

function monthOf(end: Date) {
  const month = new Date(end.getTime() - 1).toISOString().slice(0, 7)
  return { mark: `=m:${month}`, from: new Date(`${month}-01T00:00:00.000Z`) }
}

function yearOf(end: Date) {
  const year = new Date(end.getTime() - 1).toISOString().slice(0, 4)
  return { mark: `=y:${year}`, from: new Date(`${year}-01-01T00:00:00.000Z`) }
}
