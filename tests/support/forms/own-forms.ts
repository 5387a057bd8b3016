import { sql } from 'drizzle-orm'
import { elif } from '#src/demo/cast.ts'
import type { Customer } from '#src/lib/actor.ts'
import { newCustomer } from '#tests/support/newcomers.ts'
import { containing, counted } from './counted.ts'
import type { FormCase } from './form-case.ts'

let newest: Customer = elif

/** The forms in which people say something of themselves. Each page is that of somebody new, who is then the writer. */
export const ownForms: Record<string, FormCase> = {
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
