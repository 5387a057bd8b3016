export const queueNames = [
  'unassigned',
  'mine',
  'team',
  'open',
  'pending',
  'breaching',
  'solved',
  'all',
] as const
export type QueueName = (typeof queueNames)[number]

/** A queue by its name, and what its figure counts. */
export const queueWords: Record<QueueName, { name: string; meaning: string }> = {
  unassigned: { name: 'Unassigned', meaning: 'Open or pending tickets that nobody has.' },
  mine: { name: 'Mine', meaning: 'Open or pending tickets that you have.' },
  team: { name: 'My team', meaning: 'Open or pending tickets of your team.' },
  open: { name: 'Open', meaning: 'Tickets for which the desk has to do something next.' },
  pending: { name: 'Pending', meaning: 'Tickets that wait for the customer.' },
  breaching: { name: 'Breaching', meaning: 'Tickets with something late or due within the hour.' },
  solved: { name: 'Solved', meaning: 'Tickets that are solved and not yet closed.' },
  all: { name: 'All', meaning: 'Every ticket, closed ones too.' },
}

/** Whether a word from an address names a queue. */
export function isQueueName(word: string | undefined): word is QueueName {
  return queueNames.some(name => name === word)
}
