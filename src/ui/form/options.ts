export type Option = { value: string; label: string }

type Named = { id: string; name: string }

/**
 * The options of a list of people or teams, with words for choosing none of them. Whoever stands there now is among
 * them even when nobody could choose them any more: a form that is left alone must not change anything.
 */
export function optionsOf(
  named: Named[],
  none: string,
  now?: Partial<Record<keyof Named, string | null>>,
): Option[] {
  const gone =
    now?.id && !named.some(({ id }) => id === now.id) ? [{ id: now.id, name: now.name ?? now.id }] : []
  return [
    { value: '', label: none },
    ...[...named, ...gone].map(({ id, name }) => ({ value: id, label: name })),
  ]
}
