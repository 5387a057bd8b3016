import { parseArgs } from 'node:util'
import { z } from 'zod'

const wishes = z.object({ tickets: z.coerce.number().int().min(1000), report: z.string().optional() })

/** What a run is asked for: how many tickets the desk has, and a file for what was found. */
export function wishOf(words: string[]) {
  const { values } = parseArgs({
    args: words,
    options: { tickets: { type: 'string', default: '1000000' }, report: { type: 'string' } },
  })
  return wishes.parse(values)
}
