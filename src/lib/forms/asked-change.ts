import { Refusal } from '#src/lib/refusal.ts'

/**
 * Whether this person asks for another value of a field, given what their page had shown (`was`). A field that they
 * left alone asks for nothing, so it never undoes a colleague; one that both set differently is refused with `words`.
 */
export function asksChange(
  field: string,
  value: { now: string; was: string; wanted: string },
  words: string,
): boolean {
  if (value.wanted === value.was || value.wanted === value.now) return false
  if (value.was !== value.now) throw new Refusal(words, field)
  return true
}
