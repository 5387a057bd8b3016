import { monitorEventLoopDelay } from 'node:perf_hooks'
import { type LogFields, logEvent, logFault, newFaultReference } from './log.ts'

const resolutionMs = 20
const nanoPerMs = 1e6
const bytesPerMegabyte = 1_048_576

/**
 * Writes one line `figures` every `everyMs` milliseconds (0: never): what `own` says of the time since the last one, by how
 * much timers were late at worst but for one in a hundred, and the memory of the process. Resolves nothing and keeps nothing
 * alive; the answer stops it.
 * @param of what kind of process speaks
 */
export function startFigures(
  of: 'server' | 'worker',
  everyMs: number,
  own: () => LogFields | Promise<LogFields>,
): () => void {
  if (everyMs === 0) return () => {}
  const lateness = monitorEventLoopDelay({ resolution: resolutionMs })
  lateness.enable()
  const write = async () => {
    const lateMs = Math.max(0, Math.round(lateness.percentile(99) / nanoPerMs) - resolutionMs)
    lateness.reset()
    const memoryMb = Math.round(process.memoryUsage.rss() / bytesPerMegabyte)
    logEvent('figures', { of, seconds: everyMs / 1000, ...(await own()), lateMs, memoryMb })
  }
  const timer = setInterval(() => {
    write().catch(error => logFault(newFaultReference(), error, { where: `figures of the ${of}` }))
  }, everyMs)
  timer.unref()
  return () => {
    clearInterval(timer)
    lateness.disable()
  }
}
