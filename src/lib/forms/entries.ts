const most = { entries: 100, characters: 200_000 }

/** The fields of the wrapper itself, which stand beside those of a form: see `Post.aside`. */
export const asideFields = ['k', 'intent', 'draft', 'held', 'shown', 'link'] as const

export type Entries = { data: FormData; broken: Record<string, string[]>; tooLarge: boolean }

/**
 * Takes from a post only the fields that the form has, before anything interprets their names: one hostile name
 * (`tags[5000000]`) costs a parser minutes. Text that cannot be stored is mended, so that it can be shown again,
 * and named in `broken` (field → words). No form of ours is larger than the limits;
 * text beyond them is still taken, to be shown again.
 */
export function entriesOf(posted: FormData, fields: readonly string[]): Entries {
  const known = new Set<string>([...asideFields, ...fields])
  const entries: Entries = { data: new FormData(), broken: {}, tooLarge: false }
  let count = 0
  let characters = 0
  for (const [name, value] of posted) {
    count += 1
    characters += name.length + (typeof value === 'string' ? value.length : 0)
    entries.tooLarge = count > most.entries || characters > most.characters
    if (count > most.entries) break
    if (!known.has(name) || typeof value !== 'string') continue
    const text = storable(value)
    if (text !== value)
      entries.broken[name] = ['Take out the character shown as \uFFFD. It cannot be stored.']
    entries.data.append(name, text.replaceAll('\r\n', '\n'))
  }
  return entries
}

function storable(value: string) {
  return value.toWellFormed().replaceAll('\u0000', '\uFFFD')
}
