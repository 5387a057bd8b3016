import { currentAnswer } from '#src/lib/http/current-answer.ts'
import { NoSuchPageWords } from './readable.tsx'

/**
 * What is shown where Next has no page for an address. Next sends it along with every page, twice, in case it is needed;
 * ours never need it, so with them goes only a line.
 */
export default function NotFound() {
  if (currentAnswer()?.isMissing() !== false) return <NoSuchPageWords reader={null} />
  return (
    <h1>
      <a href="/">There is no such page</a>
    </h1>
  )
}
