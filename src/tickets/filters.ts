import { z } from 'zod'
import { priorities, statuses } from './status.ts'

const blankIsAbsent = (value: unknown) => (value === '' || Array.isArray(value) ? undefined : value)
const filter = <T extends z.ZodType>(kind: T) => z.preprocess(blankIsAbsent, kind.optional().catch(undefined))

/** The filters of a queue as they stand in its address; whatever is not understood filters nothing. */
export const queueFilters = z.object({
  status: filter(z.enum(statuses)),
  priority: filter(z.enum(priorities)),
  team: filter(z.string().regex(/^\P{Cc}{1,64}$/u)),
  assignee: filter(z.union([z.literal('none'), z.uuid()])),
  q: filter(
    z
      .string()
      .trim()
      .max(200)
      .transform(text => text.replaceAll('\u0000', '')),
  ),
})

export type QueueFilters = z.output<typeof queueFilters>

/** The filters as the query of an address, with the cursor of a page, and with the name of what it shows (`pageVersion`). */
export function filterQuery(filters: QueueFilters, after?: string, since?: string): string {
  const given = Object.entries({ ...filters, after, since }).flatMap(([name, value]) =>
    value ? [[name, value]] : [],
  )
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}
