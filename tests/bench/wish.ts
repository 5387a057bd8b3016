import { parseArgs } from 'node:util'
import { z } from 'zod'

const benchParts = ['pages', 'writes', 'memory'] as const

const counts = z
  .string()
  .transform(list => list.split(',').map(Number))
  .pipe(z.array(z.number().int().min(1)).min(1))

const wishes = z.object({
  tickets: counts,
  seconds: z.coerce.number().positive(),
  rounds: z.coerce.number().int().min(1),
  only: z
    .string()
    .transform(list => list.split(','))
    .pipe(z.array(z.enum(benchParts)))
    .optional(),
  fresh: z.boolean(),
  profile: z.boolean(),
  against: z.string().transform(list => list.split(',').filter(Boolean)),
  page: z.string().optional(),
})

/**
 * What the benchmark is asked for, from the words of the command line: the sizes of desks (`tickets`, in growing order),
 * how long each round of a page takes and how many there are, `only` some parts, `fresh` to fill the desks again that an
 * earlier run has left, `profile` to say where the CPU goes in place of measuring, `against` commits
 * whose pages are measured in turn with these, and one `page` alone.
 */
export function wishOf(words: string[]) {
  const { values } = parseArgs({
    args: words,
    options: {
      tickets: { type: 'string', default: '1000,100000,1000000' },
      seconds: { type: 'string', default: '4' },
      rounds: { type: 'string', default: '7' },
      only: { type: 'string' },
      fresh: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      against: { type: 'string', default: '' },
      page: { type: 'string' },
    },
  })
  const { only, tickets, ...wish } = wishes.parse(values)
  return { ...wish, tickets: tickets.sort((a, b) => a - b), parts: new Set(only ?? benchParts) }
}
