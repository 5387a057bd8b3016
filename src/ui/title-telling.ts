/** The title of a page that tells what was done: that first, because it is what a listener hears first. */
export function titleTelling(words: string | undefined, title: string): string {
  return words ? `${words} ${title}` : title
}
