import { z } from 'zod'
import { writerOf } from './token.ts'

/** The file input of a form whose field `files` says what is kept for it. */
const input = 'upload'
const field = 'files'
const removing = 'remove-file '
const bringing = 'piece'

/**
 * What became of the files that came with a form: `listing` is what its field `files` says from now on, `refused` are
 * words for each file that it does not hold, `said` is what was done, and `fault` what kept us from keeping. `arrived` is
 * there where the form was sent for one piece of a file alone.
 */
export type Received = {
  listing: string
  refused: string[]
  said?: string
  fault?: unknown
  arrived?: Arrived
}

/** A file that is kept, as the field `files` lists it. */
export type ListedFile = { hash: string; name: string; words: string; proof: string }

/** What became of a piece: at which byte the next one begins, or the file that it has completed, or why not, in words. */
export type Arrived = { next: number } | { listed: ListedFile } | { refused: string }

/**
 * Keeps what was chosen in a form, and takes out what was removed, before anything else of the form is judged.
 * `removed` is the proof of the file that the button names; the button may be pressed again.
 */
export type Receiver = (given: {
  person: string
  listing: string
  chosen: File[]
  removed: string
}) => Promise<Received>

/** Takes one piece of a file. `of` says of which file it is, and where its place is; it is as it came. */
export type PieceReceiver = (given: { person: string; of: unknown; chosen: File[] }) => Promise<Arrived>

const receivers = new WeakMap<object, { receive: Receiver; receivePiece: PieceReceiver }>()

/** The field of a form that takes files: a text that says which are kept. `receive` fills it. */
export function fileField(receive: Receiver, receivePiece: PieceReceiver) {
  const made = z.string().optional()
  receivers.set(made, { receive, receivePiece })
  return made
}

/**
 * Receives the files of a post and writes into it what is kept; the files themselves reach nothing else. Only a form of
 * ours can send any, but of whomever it is and however old: what was chosen outlives a session.
 */
export async function receiveFiles(name: string, form: z.ZodObject, posted: FormData): Promise<Received> {
  const own = receivers.get(form.shape[field] ?? {})
  const nothing = { listing: '', refused: [] }
  if (!own || !(posted instanceof FormData)) return nothing
  const { sealed, listing, intent, of } = textsOf(posted)
  const chosen = posted.getAll(input).filter(isFile)
  posted.delete(input)
  posted.delete(field)
  const person = writerOf(name, sealed)
  if (intent === bringing)
    return { ...nothing, ...(await pieceReceived(own.receivePiece, person, of, chosen)) }
  if (person === null) return nothing
  if (chosen.length === 0 && listing === '' && !isAboutFiles(intent)) return nothing
  const removed = intent.startsWith(removing) ? intent.slice(removing.length) : ''
  const received = await own.receive({ person, listing, chosen, removed })
  if (received.listing) posted.set(field, received.listing)
  return received
}

async function pieceReceived(
  receivePiece: PieceReceiver,
  person: string | null,
  of: string,
  chosen: File[],
): Promise<Pick<Received, 'arrived' | 'fault'>> {
  if (person === null)
    return { arrived: { refused: 'This page can bring no files any more. Load it again.' } }
  try {
    return { arrived: await receivePiece({ person, of: parsed(of), chosen }) }
  } catch (fault) {
    return { fault }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Whether a form was sent only to bring, to attach or to remove files, rather than to be done. */
export function isAboutFiles(intent: string): boolean {
  return intent === 'attach' || intent === bringing || intent.startsWith(removing)
}

/** The errors of a form of which files were refused. */
export function fileErrors({ refused }: Pick<Received, 'refused'>): Record<string, string[]> {
  return refused.length > 0 ? { [input]: refused } : {}
}

// An input in which nothing was chosen is sent as an empty file without a name, which React reads as this word.
function isFile(value: FormDataEntryValue): value is File {
  return typeof value !== 'string' && (value.size > 0 || !['', 'undefined'].includes(value.name))
}

function textsOf(posted: FormData) {
  const textOf = (name: string) => {
    const value = posted.get(name)
    return typeof value === 'string' ? value : ''
  }
  return { sealed: textOf('k'), listing: textOf(field), intent: textOf('intent'), of: textOf(bringing) }
}
