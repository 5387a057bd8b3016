import { headOf } from './ask.ts'
import { writeDueTimes } from './due-times.ts'
import { newsOf } from './news.ts'
import { serverClock } from './server-clock.ts'

/** Often enough for words that count minutes. */
const everyMs = 15_000

const news = new WeakMap<HTMLElement, ReturnType<typeof newsOf>>()
let clock: ReturnType<typeof serverClock> | undefined
let isAsking = false

/** Keeps right what the page says, and looks for news where somebody has asked for it. Nothing is done out of sight. */
function keepRight(): void {
  const line = document.querySelector<HTMLElement>('.as-of')
  const read = line?.querySelector('time')?.dateTime
  if (!line || !read || document.hidden) return
  const readAt = new Date(read)
  clock ??= serverClock(readAt.getTime(), whenItCame())
  const now = clock.now()
  if (now === null) askForTheTime(clock)
  // Where the time is not known, the page says what was so when it was read, as it says of itself.
  writeDueTimes(readAt, now === null ? readAt : new Date(now), line.dataset.zone ?? 'UTC')
  if (!news.has(line)) news.set(line, newsOf(line))
  news.get(line)?.lookWhenDue()
}

/** When the answer came in which the server told its time: that of the document, or one that scripts have just shown. */
function whenItCame(): number {
  const [loaded] = performance.getEntriesByType('navigation')
  const isThisPage = loaded?.name.split('#')[0] === location.href.split('#')[0]
  return isThisPage && loaded instanceof PerformanceResourceTiming ? loaded.responseStart : performance.now()
}

async function askForTheTime({ set }: ReturnType<typeof serverClock>): Promise<void> {
  if (isAsking) return
  isAsking = true
  const told = Date.parse((await headOf('/icon.svg'))?.headers.get('date') ?? '')
  isAsking = false
  if (Number.isNaN(told)) return
  set(told)
  keepRight()
}

function again(): void {
  keepRight()
  setTimeout(again, everyMs)
}

again()
addEventListener('visibilitychange', keepRight)
// A form that was sent may have put another page in the place of this one.
new MutationObserver(keepRight).observe(document.body, { childList: true, subtree: true })
