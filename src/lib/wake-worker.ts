/** What a web server says to the process that started it. */
export const somethingWasDone = 'something-was-done'

/**
 * Tells the worker beside this server, if one is, that there may be something to do: mail leaves at once then. It may be
 * lost without harm, because the worker looks by itself as well.
 */
export function wakeWorker(): void {
  if (process.env.NEXT_RUNTIME === 'nodejs' && process.connected)
    process.send?.(somethingWasDone, undefined, undefined, () => {})
}
