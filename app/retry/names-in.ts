/** The names of the files that a form holds, for people. */
export function namesIn(listing: string): string {
  const files: { name: string }[] = JSON.parse(listing)
  return files.map(({ name }) => name).join(', ')
}
