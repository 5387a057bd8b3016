import { sizeWords } from '#src/lib/size-words.ts'

/** How many files one message may have, and how large each may be, in bytes. */
export type FileLimits = { most: number; bytes: number }

/**
 * Why a file is not taken, in words that name it and the limit; undefined when it can be. The browser says so before it sends
 * anything, and the server whatever comes.
 * @param before how many files its form has already
 */
export function fileRefusal(
  file: { name: string; size: number },
  before: number,
  { most, bytes }: FileLimits,
): string | undefined {
  const name = `“${file.name}”`
  if (file.size === 0) return `${name} is empty. Choose a file with something in it.`
  if (file.size > bytes)
    return `${name} has ${sizeWords(file.size)}. A file may have ${bytes / 1_000_000} MB at most.`
  return before < most ? undefined : oneTooMany(file, most)
}

/** The words for a file beyond what a message may have. */
export function oneTooMany({ name }: { name: string }, most: number): string {
  return `“${name}” is one too many. A message may have ${most === 1 ? 'one file' : `${most} files`} at most.`
}
