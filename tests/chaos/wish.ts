import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { z } from 'zod'

const whole = z.coerce.number().int().min(1)
const wishes = z.object({
  seed: z.string().regex(/^[\w-]+$/),
  submissions: whole,
  minutes: z.coerce.number().positive(),
  lanes: whole.max(32),
  only: whole.optional(),
  report: z.string().optional(),
})

/**
 * What a run is asked for, from the words of the command line: which submissions (`only` this number, or the first
 * `submissions` of the `seed`, by chance when none is given, until `minutes` have passed), how many side by side
 * (`lanes`), and a file for the counts (`report`).
 */
export function wishOf(words: string[]) {
  const { values } = parseArgs({
    args: words,
    options: {
      seed: { type: 'string', default: String(randomInt(1_000_000)) },
      submissions: { type: 'string', default: '10000' },
      minutes: { type: 'string', default: '240' },
      lanes: { type: 'string', default: '8' },
      only: { type: 'string' },
      report: { type: 'string' },
    },
  })
  return wishes.parse(values)
}
