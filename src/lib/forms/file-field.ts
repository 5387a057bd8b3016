import { z } from 'zod'
import { writerOf } from './token.ts'

/** The file input of a form whose field `files` says what is kept for it. */
const input = 'upload'
const field = 'files'
const removing = 'remove-file '

/**
 * What became of the files that came with a form: `listing` is what its field `files` says from now on, `refused` are
 * words for each file that it does not hold, `said` is what was done, and `fault` what kept us from keeping.
 */
export type Received = { listing: string; refused: string[]; said?: string; fault?: unknown }

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

const receivers = new WeakMap<object, Receiver>()

/** The field of a form that takes files: a text that says which are kept. `receive` fills it. */
export function fileField(receive: Receiver) {
  const made = z.string().optional()
  receivers.set(made, receive)
  return made
}

/**
 * Receives the files of a post and writes into it what is kept; the files themselves reach nothing else. Only a form of
 * ours can send any, but of whomever it is and however old: what was chosen outlives a session.
 */
export async function receiveFiles(name: string, form: z.ZodObject, posted: FormData): Promise<Received> {
  const receive = receivers.get(form.shape[field] ?? {})
  const nothing = { listing: '', refused: [] }
  if (!receive || !(posted instanceof FormData)) return nothing
  const { sealed, listing, intent } = textsOf(posted)
  const chosen = posted.getAll(input).filter(isFile)
  posted.delete(input)
  posted.delete(field)
  const person = writerOf(name, sealed)
  if (person === null) return nothing
  if (chosen.length === 0 && listing === '' && !isAboutFiles(intent)) return nothing
  const removed = intent.startsWith(removing) ? intent.slice(removing.length) : ''
  const received = await receive({ person, listing, chosen, removed })
  if (received.listing) posted.set(field, received.listing)
  return received
}

/** Whether a form was sent only to attach or to remove files, rather than to be done. */
export function isAboutFiles(intent: string): boolean {
  return intent === 'attach' || intent.startsWith(removing)
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
  return { sealed: textOf('k'), listing: textOf(field), intent: textOf('intent') }
}
