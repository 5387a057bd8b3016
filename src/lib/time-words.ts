import { remembering } from './remembering.ts'

/** A moment for people, with its zone: `23 November 2026, 09:40 UTC`. Throws a RangeError on an unknown zone. */
export function formatMoment(date: Date, zone = 'UTC'): string {
  const { day, month, year, hour, minute, timeZoneName } = partsOf(date, 'long', zone)
  return `${day} ${month} ${year}, ${hour}:${minute} ${timeZoneName}`
}

/** A day for people, as it is called in the zone: `23 November 2026`. */
export function formatDay(date: Date, zone = 'UTC'): string {
  const { day, month, year } = partsOf(date, 'long', zone)
  return `${day} ${month} ${year}`
}

/** A moment for a table: `23 Nov 2026, 09:40 UTC`. */
export function formatShortMoment(date: Date, zone = 'UTC'): string {
  const { day, month, year, hour, minute, timeZoneName } = partsOf(date, 'short', zone)
  return `${day} ${month} ${year}, ${hour}:${minute} ${timeZoneName}`
}

/** A moment near `now`, like a departure: `14:35 UTC` today, `24 Nov, 16:00 UTC` within the year, else with the year. */
export function formatDeparture(date: Date, now: Date, zone = 'UTC'): string {
  const { day, month, year, hour, minute, timeZoneName } = partsOf(date, 'short', zone)
  const today = partsOf(now, 'short', zone)
  const time = `${hour}:${minute} ${timeZoneName}`
  if (year !== today.year) return `${day} ${month} ${year}, ${time}`
  return day === today.day && month === today.month ? time : `${day} ${month}, ${time}`
}

/** A day for a table: `23 Nov 2026`. */
export function formatShortDay(date: Date, zone = 'UTC'): string {
  const { day, month, year } = partsOf(date, 'short', zone)
  return `${day} ${month} ${year}`
}

/** A moment for machines, as the `datetime` of a `<time>`: `2026-11-23T09:40:00Z`. */
export function isoMoment(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z')
}

type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>

/**
 * The words are Intl's, the order is ours: the joints of `format` differ between versions of Node. Intl takes long, and a
 * list says "now" once a row and shows the same moments to each who asks: so the words of a minute are kept for a while.
 */
function partsOf(date: Date, month: 'long' | 'short', zone: string): Parts {
  return said(`${Math.floor(date.getTime() / 60_000)} ${month} ${zone}`, () => {
    const parts: Parts = {}
    for (const { type, value } of formatFor(month, zone).formatToParts(date)) parts[type] = value
    return parts
  })
}

const said = remembering<Parts>(2000)

const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(month: 'long' | 'short', zone: string): Intl.DateTimeFormat {
  const key = `${month} ${zone}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    ...{ day: 'numeric', month, year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone, timeZoneName: 'short' },
  })
  formats.set(key, made)
  return made
}
