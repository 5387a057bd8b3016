import 'server-only'
import { cache } from 'react'
import { logFault, newFaultReference } from '#src/lib/log.ts'
import { type Draft, draftFor } from './draft.ts'
import { type Held, heldAbout } from './hold.ts'

/**
 * What is kept for a form. `unread` is the reference of the fault because of which the database did not say: an empty
 * form would look as if what was written were lost.
 */
export type Kept = { held: Held | null; draft: Draft | null; unread: string | null }

const nothing: Kept = { held: null, draft: null, unread: null }

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
  if (!person) return nothing
  const { held, draft, unread } = await (about
    ? keptAbout(person, about)
    : keptAlone(person, form, hasDrafts))
  const own = held.find(({ action }) => action === form)
  return { held: own ?? null, draft: hasDrafts ? draft : null, unread }
}

/**
 * Begins to read what is kept for the forms of a page before the page has its own answers: else the forms would ask when
 * the page is made, which is one round trip more. Harmless where the page has no such form in the end.
 * @param about what the forms are about, such as the reference of the ticket
 */
export function expectForms(person: string, about: string): void {
  void keptAbout(person, about)
}

/** The same for one form that is about nothing, by its name. */
export function expectForm(person: string, form: string, hasDrafts = false): void {
  void keptAlone(person, form, hasDrafts)
}

const keptAbout = cache((person: string, about: string) =>
  read(`forms about ${about}`, heldAbout(person, about), draftFor(person, '', about)),
)

const keptAlone = cache((person: string, form: string, hasDrafts: boolean) =>
  read(form, heldAbout(person, '', form), hasDrafts ? draftFor(person, form, '') : null),
)

async function read(where: string, held: Promise<Held[]>, draft: Promise<Draft | null> | null) {
  try {
    const [all, kept] = await Promise.all([held, draft])
    return { held: all, draft: kept, unread: null }
  } catch (error) {
    const unread = newFaultReference()
    logFault(unread, error, { where: `what is kept for ${where}` })
    return { held: [], draft: null, unread }
  }
}
