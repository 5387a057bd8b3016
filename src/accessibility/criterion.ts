/** How far a criterion is met, in the terms of OpenACR. `not-evaluated` is for criteria of level AAA alone. */
export type Result =
  | 'supports'
  | 'partially-supports'
  | 'does-not-support'
  | 'not-applicable'
  | 'not-evaluated'

/**
 * One line of the statement.
 * @property number of the success criterion, or of the clause of EN 301 549
 * @property checks the items of the checklist (`checks.ts`) that test it; none where there is nothing to test
 * @property words what was found, in a sentence that stands alone
 * @property gap what is known to be missing; it stands wherever the result is not whole
 */
export type Criterion = {
  number: string
  name: string
  result: Result
  checks: number[]
  words: string
  gap?: string
}

/** A criterion that is met, as far as these checks can tell. */
export function met(number: string, name: string, checks: number[], words: string): Criterion {
  return { number, name, result: 'supports', checks, words }
}

/** A criterion that is met in part. */
export function partly(
  number: string,
  name: string,
  checks: number[],
  words: string,
  gap: string,
): Criterion {
  return { number, name, result: 'partially-supports', checks, words, gap }
}

/** A criterion about something that Holdfast does not have. */
export function absent(number: string, name: string, words: string): Criterion {
  return { number, name, result: 'not-applicable', checks: [], words }
}

/** A criterion that nobody has looked at. */
export function open(number: string, name: string, gap: string): Criterion {
  return { number, name, result: 'not-evaluated', checks: [], words: 'It was not evaluated.', gap }
}
