'use server'

import { formAction } from '#src/lib/form-action.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { takeNextForm } from '#src/tickets/forms.ts'
import { deskPath } from '#src/tickets/paths.ts'
import { nextFree, takeFree } from '#src/tickets/take-next.ts'
import { takenAlready } from '#src/tickets/taken-already.ts'

export const takeNext = formAction('tickets.take-next', takeNextForm, async (tx, actor, input) => {
  const [before, next] = await Promise.all([
    takenAlready(tx, actor, 'tickets.take-next'),
    nextFree(tx, actor, input.queue ?? 'unassigned'),
  ])
  if (before) return deskPath(before, 'taken-before', input.queue)
  const reference = await takeFree(tx, actor, next)
  if (reference === null) throw new Refusal('There is no open ticket in this queue that you could take.')
  return deskPath(reference, 'taken', input.queue)
})
