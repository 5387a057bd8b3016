/** What is wrong, above the form: focused when it appears, also without scripts, and a link to each field. */
export function ErrorSummary({
  id,
  problems,
}: {
  id: string
  problems: { words: string; target: string }[]
}) {
  return (
    // biome-ignore lint/a11y/noAutofocus: the page came back because of this, and it is what must be read first
    <div id={id} className="errors" tabIndex={-1} autoFocus>
      <div role="alert">
        <h2>There is a problem</h2>
        <ul>
          {problems.map(({ words, target }) => (
            <li key={target + words}>
              <a href={`#${target}`}>{words}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
