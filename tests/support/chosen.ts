import type { Actor } from '#src/lib/actor.ts'
import { receiveFiles } from '#src/lib/forms/file-field.ts'
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
