const pauses = [1, 2, 4, 8]
const longestPause = 15

/**
 * Waits before what was tried that often is tried again: seconds at first, later a quarter of a minute.
 * @param woken is given what ends the waiting
 */
export function pauseAfter(
  tries: number,
  woken: (wake: () => void) => void = hurriedByConnection,
): Promise<void> {
  return new Promise<void>(resolve => {
    woken(resolve)
    setTimeout(resolve, (pauses[tries] ?? longestPause) * 1000)
  })
}

function hurriedByConnection(wake: () => void) {
  addEventListener('online', wake, { once: true })
}

/** Whether this is what `fetch` says of a line that is down, and of a wait that was ended. */
export function isCut(error: unknown): boolean {
  return error instanceof TypeError || error instanceof DOMException
}
