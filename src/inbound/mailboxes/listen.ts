import { setTimeout as wait } from 'node:timers/promises'
import type { ImapFlow } from 'imapflow'

const longestMs = 60_000

/**
 * Listens on a line. `begin` forgets what was said; `more` resolves as soon as the server has said since then that a mail came,
 * when the line breaks, when `stopping` is aborted, and after a minute in any case: not every server says it.
 */
export function listen(line: ImapFlow, stopping: AbortSignal) {
  let heard = new AbortController()
  const tell = () => heard.abort()
  line.on('exists', tell).on('close', tell)
  return {
    begin: () => {
      heard = new AbortController()
    },
    more: async () => {
      const signal = AbortSignal.any([stopping, heard.signal])
      if (signal.aborted || !line.usable) return
      const idling = line.idle().catch(() => false)
      await wait(longestMs, undefined, { signal }).catch(() => {})
      // Any command ends the listening.
      if (line.usable) await line.noop().catch(() => {})
      await idling
    },
  }
}
