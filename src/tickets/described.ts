/** Whether a file is something to look at, so that somebody who does not see it needs words. */
export function isPicture({ type }: { type: string }): boolean {
  return type.startsWith('image/')
}
