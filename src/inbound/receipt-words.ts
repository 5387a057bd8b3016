import { formatReference } from '#src/tickets/reference.ts'
import type { receive } from './receive.ts'
import { concernWords } from './standing.ts'

/** What became of a mail, in sentences for whoever handed it over. */
export function receiptWords(placed: Awaited<ReturnType<typeof receive>>): string {
  if (placed === 'received-before') return 'This mail came before, and nothing was done.'
  const { reference, state, concern } = placed
  const where =
    reference === null
      ? `The mail is ${state === 'held' ? 'held' : 'set aside'}.`
      : `The mail is on the ticket ${formatReference(reference)}.`
  return concern === null ? where : `${where} ${concernWords[concern]}`
}
