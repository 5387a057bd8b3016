/** Longer than any answer takes that comes at all, with a megabyte to send over a poor line. */
const longest = 90_000

/**
 * From now on Next sees the answer to an action when all of it has come. It would show the beginning of one that breaks
 * off, and a page that breaks off takes the form with it. A request that is left without an answer ends, because Next
 * lets every later one wait for it.
 */
export function seeWholeAnswers(): void {
  const plain = window.fetch
  window.fetch = async (input, init) => {
    if (!new Headers(init?.headers).has('next-action')) return plain(input, init)
    const control = new AbortController()
    const late = setTimeout(() => control.abort(), longest)
    try {
      const answer = await plain(input, { ...init, signal: control.signal })
      return new Response(await answer.arrayBuffer(), answer)
    } finally {
      clearTimeout(late)
    }
  }
}
