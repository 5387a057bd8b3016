import { inArray, sql } from 'drizzle-orm'
import { elif, noor } from '#src/demo/cast.ts'
import type { Actor, Customer } from '#src/lib/actor.ts'
import { transaction } from '#src/lib/db/client.ts'
import { newsChoices } from '#src/lib/db/tables/news.ts'
import { newCustomer } from '#tests/support/newcomers.ts'
import { containing, counted } from './counted.ts'
import type { FormCase } from './form-case.ts'

let newest: Customer = elif
// The form says nowhere whose choice it is: it is one of theirs, and each page is made when none of them has chosen yet.
// The two workers of a run in the browser begin with another person each.
const choosers: Actor[] = [process.env.TEST_PARALLEL_INDEX === '1' ? noor : elif]
const byChoosers = () =>
  inArray(
    newsChoices.userId,
    choosers.map(({ userId }) => userId),
  )

/** The forms in which people say something of themselves. Each page is that of somebody new, who is then the writer. */
export const ownForms: Record<string, FormCase> = {
  'people/choose-news': {
    get by() {
      return choosers.at(-1) ?? elif
    },
    page: async () => {
      choosers.push({ kind: 'customer', ...(await newCustomer()) })
      await transaction('test', tx => tx.delete(newsChoices).where(byChoosers()))
      return '/account/mail'
    },
    typed: () => ({ changes: 'no' }),
    texts: [],
    button: null,
    done: () =>
      counted({
        people: sql`select count(*) from ${newsChoices} where 'changes' = any(off) and ${byChoosers()}`,
      }),
  },
  'people/tell-needs': {
    get by() {
      return newest
    },
    page: async () => {
      newest = { kind: 'customer', ...(await newCustomer()) }
      return '/account'
    },
    typed: mark => ({ plain: 'yes', words: `Write to me about ${mark}.\nNever call.` }),
    texts: ['words'],
    button: { name: 'intent', value: 'send' },
    done: mark =>
      counted({
        people: sql`select count(*) from communication_needs
          where 'plain' = any(needs) and words like ${containing(mark)}`,
      }),
  },
}
