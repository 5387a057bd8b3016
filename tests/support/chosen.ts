import type { Actor } from '#src/lib/actor.ts'

import { type Arrived, receiveFiles } from '#src/lib/forms/file-field.ts'
import { signFormToken } from '#src/lib/forms/token.ts'
import { noteForm } from '#src/tickets/forms.ts'

/** A file as somebody chooses it in a form. */
export const chosen = (name: string, contents: string | Uint8Array<ArrayBuffer>) => new File([contents], name)

const form = 'tickets.add-note'

/** What a form says of its files when this person has chosen these in it. */
export async function received(
  person: Pick<Actor, 'userId'> | null,
  files: File[],
  { listing = '', intent = 'attach', k = signFormToken(form, person?.userId) } = {},
) {
  const posted = new FormData()
  posted.set('k', k)
  posted.set('intent', intent)
  if (listing) posted.set('files', listing)
  for (const file of files) posted.append('upload', file)
  const outcome = await receiveFiles(form, noteForm, posted)
  return { ...outcome, posted, listing: String(posted.get('files') ?? '') }
}

/** The field `files` of a form in which this person has chosen these. */
export async function filesOf(person: Pick<Actor, 'userId'>, ...files: File[]): Promise<string> {
  return (await received(person, files)).listing
}

/**
 * What becomes of one piece of a file that scripts bring for this person.
 * @param of which file it is, how large all of it is, and at which byte the piece begins
 */
export async function pieceBrought(
  person: Pick<Actor, 'userId'>,
  of: { file: string; size: number; at: number },
  piece: File,
  k = signFormToken(form, person.userId),
): Promise<Arrived | undefined> {
  const posted = new FormData()
  for (const [name, value] of Object.entries({ k, intent: 'piece', piece: JSON.stringify(of) }))
    posted.set(name, value)
  posted.append('upload', piece)
  const { arrived, fault } = await receiveFiles(form, noteForm, posted)
  if (fault) throw fault
  return arrived
}
