/**
 * Remembers what was made of a word, for what takes long to make and is always the same, such as the words of Intl. It
 * holds `most` of them and then begins anew, so that what people send cannot fill the memory.
 */
export function remembering<Made extends object | string>(most: number) {
  const known = new Map<string, Made>()
  return (word: string, make: () => Made): Made => {
    const before = known.get(word)
    if (before !== undefined) return before
    const made = make()
    if (known.size >= most) known.clear()
    known.set(word, made)
    return made
  }
}
