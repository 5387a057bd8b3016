/** A person's plain text as paragraphs of lines. A loop, since a pattern can be made to take for ever. */
export function paragraphsOf(text: string): string[][] {
  const found: string[][] = [[]]
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.trim() !== '') found.at(-1)?.push(line.trimEnd())
    else if (found.at(-1)?.length) found.push([])
  }
  return found.filter(lines => lines.length > 0)
}
