import 'server-only'
import { logFault, newFaultReference } from '#src/lib/log.ts'
import { type Draft, draftFor } from './draft.ts'
import { type Held, heldFor } from './hold.ts'

/**
 * What is kept for a form. `unread` is the reference of the fault because of which the database did not say: an empty
 * form would look as if what was written were lost.
 */
export type Kept = { held: Held | null; draft: Draft | null; unread: string | null }

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
  if (!person) return { held: null, draft: null, unread: null }
  try {
    const [held, draft] = await Promise.all([
      heldFor(person, form, about),
      hasDrafts ? draftFor(person, form, about) : null,
    ])
    return { held, draft, unread: null }
  } catch (error) {
    const unread = newFaultReference()
    logFault(unread, error, { where: `what is kept for ${form}` })
    return { held: null, draft: null, unread }
  }
}
