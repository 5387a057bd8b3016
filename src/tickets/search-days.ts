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

/** A stretch of time that a search looks through at once: its mark in the index, and its ends. */
export type Slice = { mark: string; from: Date; to: Date }

/** Before any desk: what is older than ten years is in a handful of slices of a year each. */
export const firstDay = new Date('2000-01-01T00:00:00.000Z')
export const tomorrow = () => new Date(Date.now() + day)

const weeks = 8
const months = 24

/**
 * The time between two moments in stretches, the newest first: weeks, then months, then years. A word that stands
 * everywhere is found in the first of them, a rare one takes some forty short looks into the index.
 */
export function slicesOf(after: Date, before: Date): Slice[] {
  const slices: Slice[] = []
  let to = before
  while (to > after && slices.length < 200) {
    const { mark, from } = sliceBefore(to, slices.length)
    slices.push({ mark, from: from > after ? from : after, to })
    to = from
  }
  return slices
}

function sliceBefore(to: Date, number: number): { mark: string; from: Date } {
  const last = new Date(to.getTime() - 1)
  const month = last.toISOString().slice(0, 7)
  if (number < weeks) {
    const week = Math.floor(last.getTime() / (7 * day))
    return { mark: `=w:${week}`, from: new Date(week * 7 * day) }
  }
  if (number < weeks + months) return { mark: `=m:${month}`, from: new Date(`${month}-01T00:00:00.000Z`) }
  const year = month.slice(0, 4)
  return { mark: `=y:${year}`, from: new Date(`${year}-01-01T00:00:00.000Z`) }
}
