/**
 * Of a form that is shown again, the `was…` fields whose field its person left alone. They are sent as the first page
 * had shown them, not as things stand now: else sending again would set back what a colleague changed meanwhile.
 * @param typed every field as it was sent, `wasPriority` beside `priority`
 */
export function leftAlone(typed: Record<string, unknown>): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [name, was] of Object.entries(typed)) {
    const field = /^was[A-Z]/.test(name) ? name.charAt(3).toLowerCase() + name.slice(4) : ''
    if (field && typeof was === 'string' && was === (typed[field] ?? '')) kept[name] = was
  }
  return kept
}
