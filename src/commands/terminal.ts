/** Something that the person at the terminal can mend; its message is all that they are shown. */
export class Complaint extends Error {}

/** One line, or several, to the person at the terminal. */
export function say(words: string) {
  process.stdout.write(`${words}\n`)
}

/** Runs a command to its end: a complaint is shown in its own words, any other fault with its stack. */
export async function runToEnd(work: () => Promise<void>) {
  try {
    await work()
  } catch (error) {
    complain(error)
    process.exitCode = 1
  }
}

/** Shows why a command cannot go on. */
export function complain(error: unknown) {
  const words =
    error instanceof Complaint ? error.message : error instanceof Error ? error.stack : String(error)
  process.stderr.write(`${words}\n`)
}
