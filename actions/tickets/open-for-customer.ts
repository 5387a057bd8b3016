'use server'

import { formAction } from '#src/lib/form-action.ts'
import { openForCustomerForm } from '#src/tickets/forms.ts'
import { openForCustomer as verb } from '#src/tickets/open-for-customer.ts'
import { deskPath } from '#src/tickets/paths.ts'

export const openForCustomer = formAction(
  'tickets.open-for-customer',
  openForCustomerForm,
  async (tx, actor, input) => {
    const { reference, done } = await verb(tx, actor, input)
    return deskPath(reference, done)
  },
)
