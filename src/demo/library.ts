import type { Thread } from './thread.ts'
import { access } from './threads/access.ts'
import { asian } from './threads/asian.ts'
import { crossings } from './threads/crossings.ts'
import { followUps } from './threads/follow-ups.ts'
import { germanAndFrench } from './threads/german-french.ts'
import { lost } from './threads/lost.ts'
import { northernAndEastern } from './threads/northern-eastern.ts'
import { odds } from './threads/odds.ts'
import { parcels } from './threads/parcels.ts'
import { partners } from './threads/partners.ts'
import { passes } from './threads/passes.ts'
import { refunds } from './threads/refunds.ts'
import { rightToLeft } from './threads/right-to-left.ts'
import { southern } from './threads/southern.ts'
import { website } from './threads/website.ts'

/** The threads that several people may tell. */
export const library: Thread[] = [
  ...access,
  ...asian,
  ...crossings,
  ...germanAndFrench,
  ...lost,
  ...northernAndEastern,
  ...odds,
  ...parcels,
  ...partners,
  ...passes,
  ...refunds,
  ...rightToLeft,
  ...southern,
  ...website,
]

/** The threads that go on with a closed one. */
export const sequels: Thread[] = followUps
