import { setTimeout as wait } from 'node:timers/promises'
import { codeOf } from '#src/lib/db/errors.ts'

/** Asks the database again and again while it comes and goes; a fault that is not one of the database is thrown on. */
export async function persistently<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask()
    } catch (error) {
      if (codeOf(error) === undefined || tries === 60) throw error
      await wait(500)
    }
  }
}
