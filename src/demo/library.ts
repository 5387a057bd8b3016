import type { Thread } from './thread.ts'
import { access } from './threads/access.ts'
import { crossings } from './threads/crossings.ts'
import { lost } from './threads/lost.ts'
import { odds } from './threads/odds.ts'
import { parcels } from './threads/parcels.ts'
import { partners } from './threads/partners.ts'
import { passes } from './threads/passes.ts'
import { refunds } from './threads/refunds.ts'
import { website } from './threads/website.ts'

/** Every thread of the demo. */
export const library: Thread[] = [
  ...access,
  ...crossings,
  ...lost,
  ...odds,
  ...parcels,
  ...partners,
  ...passes,
  ...refunds,
  ...website,
]
