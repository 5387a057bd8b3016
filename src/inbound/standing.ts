import type { Placed } from './place.ts'

type Concern = NonNullable<Placed['concern']>

/** What an administrator should know of a mail, as whole sentences. */
export const concernWords: Record<Concern, string> = {
  unreadable: 'No program could read it.',
  fault: 'A fault of this desk kept it from its ticket. The log has more.',
  refused: 'The desk refused what it asks for: an agent answered a ticket that is closed, for example.',
  'no-sender': 'It does not say who sent it, or says so more than once.',
  'same-id': 'Another mail with the same Message-ID came before, and reads differently.',
  'not-the-sender': 'SPF, DKIM or DMARC says that it is not from the address that it names.',
  'forged-mark': 'It names a ticket in our way, and the signature is wrong.',
  'unproven-agent': 'It answers in the name of an agent, and nothing proves that the agent sent it.',
  'not-sent-to-agent': 'It answers in the name of an agent to whom the mail that it answers was not sent.',
  'other-sender': 'It names the ticket of somebody else, so it became a ticket of its own.',
  'too-many':
    'So many came from its sender about one ticket that a program seems to answer ours. It was told to nobody, and only agents read it.',
  loop: 'It is a mail of this desk that came back.',
  automatic: 'A program sent it, and it belongs to no ticket.',
}

/** What became of a mail, by its name and in a whole sentence. */
const standingWords = {
  taken: { name: 'On a ticket', meaning: 'It is a ticket, or a message on one.' },
  held: { name: 'Held', meaning: 'It is kept here, and nobody else has been told of it.' },
  'set-aside': { name: 'Set aside', meaning: 'No person wrote it, so it is only kept.' },
  released: { name: 'Released', meaning: 'An administrator had it put on a ticket.' },
  rejected: { name: 'Rejected', meaning: 'Nobody wants it. It is kept, and can be released all the same.' },
} as const

type Decided = { state: Placed['state']; releasedAt: Date | null; rejectedAt: Date | null }

/** Where a mail stands, in words. */
export function standingOf({ state, releasedAt, rejectedAt }: Decided) {
  if (releasedAt) return standingWords.released
  return rejectedAt ? standingWords.rejected : standingWords[state]
}

/** Whether an administrator may still decide to release it. */
export function mayBeReleased({ state }: Pick<Decided, 'state'>): boolean {
  return state === 'held'
}

/** Whether it waits for an administrator. */
export function isWaiting({ state, rejectedAt }: Pick<Decided, 'state' | 'rejectedAt'>): boolean {
  return state === 'held' && rejectedAt === null
}

/** Which mails a list shows: what waits for a decision, what was decided, and what is only to be known of. */
export const viewWords = {
  waiting: {
    name: 'Held, and waiting for you',
    none: 'No mail waits. What comes in and is in no doubt stands on its ticket.',
  },
  decided: { name: 'Released or rejected', none: 'Nobody has released or rejected a mail yet.' },
  noted: {
    name: 'Only to be known of',
    none: 'There is no such mail. What comes in and is in no doubt stands on its ticket.',
  },
} as const

export type View = keyof typeof viewWords
export const views: View[] = ['waiting', 'decided', 'noted']

/** The view that an address asks for; what waits where it asks for none that we know. */
export function viewIn(show: unknown): View {
  return views.find(view => view === show) ?? 'waiting'
}
