import type { Calendar } from '#src/sla/calendar.ts'

const hour = 3_600_000
const day = 24 * hour

/** Monday to Friday, 09:00 to 17:00 UTC: enough of an office to try the arithmetic of closed hours on. */
export const officeHours: Calendar = {
  openFrom: moment => {
    for (let midnight = Math.floor(moment.getTime() / day) * day; ; midnight += day) {
      const weekday = new Date(midnight).getUTCDay()
      const closes = midnight + 17 * hour
      if (weekday === 0 || weekday === 6 || moment.getTime() >= closes) continue
      return { opens: new Date(Math.max(moment.getTime(), midnight + 9 * hour)), closes: new Date(closes) }
    }
  },
}

/** An office that has closed for good. */
export const neverOpen: Calendar = { openFrom: () => null }
