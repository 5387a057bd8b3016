import 'server-only'
import { type Draft, draftFor } from './draft.ts'
import { type Held, heldFor } from './hold.ts'

/** What is kept for a form. `unread`: the database did not say, and an empty form would look as if it were lost. */
export type Kept = { held: Held | null; draft: Draft | null; unread: boolean }

/**
 * What this person sent to a form when their session was gone, and the draft that they kept of it. Never throws: a page
 * is half shown by the time its form is made.
 * @param person the user id; undefined for nobody, for whom nothing is kept
 * @param hasDrafts whether one writes in the form
 */
export async function keptFor(
  person: string | undefined,
  form: string,
  about: string,
  hasDrafts: boolean,
): Promise<Kept> {
  if (!person) return { held: null, draft: null, unread: false }
  try {
    const [held, draft] = await Promise.all([
      heldFor(person, form, about),
      hasDrafts ? draftFor(person, form, about) : null,
    ])
    return { held, draft, unread: false }
  } catch {
    return { held: null, draft: null, unread: true }
  }
}
