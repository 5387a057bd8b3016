const most = 200

/** What a form is about, by its hidden fields: the same form on another ticket, or of another agent, is another form. */
export function aboutOf(hidden: Record<string, unknown>): string {
  const named = Object.entries(hidden).flatMap(([field, value]) => (isName(field) ? [String(value)] : []))
  // What is kept for a guest is not for the account of that person, nor the other way round: a link may be passed on.
  return [...(hidden.link ? [ofGuest] : []), ...named].join(' ').slice(0, most)
}

/** How what a guest's form is about begins. */
export const ofGuest = 'guest'

/**
 * Of everything that was posted, what its person chose and wrote: not what the page had sent along, and no field that
 * they left as the page had shown it, because a colleague may change that before it is sent.
 */
export function chosenOf(posted: Record<string, string>): Record<string, string> {
  const chosen = Object.entries({ ...unticked(posted), ...posted }).filter(
    ([field, value]) => !isName(field) && !isContext(field) && value !== posted[wasOf(field)],
  )
  return Object.fromEntries(chosen)
}

// A box that was unticked sends nothing; that the page had shown it ticked tells of it.
function unticked(posted: Record<string, string>): Record<string, string> {
  const shown = Object.keys(posted).flatMap(field =>
    posted[field] === 'yes' ? (/^was([A-Z]\w*)$/.exec(field)?.[1] ?? []) : [],
  )
  return Object.fromEntries(shown.map(name => [name.charAt(0).toLowerCase() + name.slice(1), '']))
}

const isName = (field: string) => /^(reference|\w+Id)$/.test(field)
const isContext = (field: string) => /^(seen|queue|intent|next|was[A-Z]\w*)$/.test(field)
const wasOf = (field: string) => `was${field.charAt(0).toUpperCase()}${field.slice(1)}`
