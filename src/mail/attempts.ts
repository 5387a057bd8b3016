/** How often a mail is tried before the desk gives it up: over about a day. */
export const mostAttempts = 10

/** A mail that was due for longer than this is news no more: it is given up without being tried. */
export const staleAfterDays = 3

/**
 * The minutes from one attempt to the next, after this many attempts before it. The first is far longer than an
 * attempt can last, so that no second worker takes up a mail that is just being sent.
 */
export function pauseMins(attemptsBefore: number): number {
  return Math.min(360, 5 * 2 ** attemptsBefore)
}
