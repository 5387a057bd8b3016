import { setTimeout } from 'node:timers/promises'

/** Does the work and answers after `ms` milliseconds at the soonest, so that the time tells nobody what was found. */
export async function noSoonerThan<T>(ms: number, work: Promise<T>): Promise<T> {
  const [done] = await Promise.all([work, setTimeout(ms)])
  return done
}
