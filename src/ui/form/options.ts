import type { Option } from './select.tsx'

/** The options of a list of people or teams, with words for choosing none of them. */
export function optionsOf(named: { id: string; name: string }[], none: string): Option[] {
  return [{ value: '', label: none }, ...named.map(({ id, name }) => ({ value: id, label: name }))]
}
