import { formatDay, formatDeparture } from '#src/lib/time-words.ts'
import { dueWords, isClockName } from '#src/sla/due-words.ts'

/**
 * Writes anew what the page says of its due times, as the server would at this moment. Only the words change: nothing is
 * moved, announced or coloured, and the order of a list stays the one that was read.
 * @param readAt when the page was read
 */
export function writeDueTimes(readAt: Date, now: Date, zone: string): void {
  const isAnotherDay = formatDay(readAt, zone) !== formatDay(now, zone)
  for (const due of document.querySelectorAll<HTMLElement>('.due[data-clock]')) {
    const time = due.querySelector('time')
    const clock = due.dataset.clock
    if (!time || !isClockName(clock)) continue
    const at = new Date(time.dateTime)
    write(time.nextElementSibling, dueWords(at, now, clock, readAt))
    if (isAnotherDay) write(time, formatDeparture(at, now, zone))
  }
}

// In the text that is there, because the element and its text belong to React, or to the HTML that it leaves alone.
function write(element: Element | null, words: string): void {
  const text = element?.firstChild
  if (text instanceof Text && text.data !== words) text.data = words
}
