/** How far the two clocks of a device come apart that both run well. */
const toleranceMs = 30_000

/**
 * The time of the server, as a page knows it that is open. The device's own clock may be wrong, so the time that has
 * passed since the server told its own is counted by a clock that nobody sets.
 * @param told what the server's clock said, in milliseconds
 * @param at when that was, on the clock of `performance.now()`
 */
export function serverClock(told: number, at: number) {
  let server = told
  let steady = at
  let wall = Date.now() - performance.now() + at

  return {
    /** Null when it is not known: the device slept, which stops the steady clock on many, or its clock was set. */
    now(): number | null {
      const passed = performance.now() - steady
      return Math.abs(Date.now() - wall - passed) > toleranceMs ? null : server + passed
    },
    /** The server has just told its time again. */
    set(told: number): void {
      server = told
      steady = performance.now()
      wall = Date.now()
    },
  }
}
