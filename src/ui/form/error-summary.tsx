import { useFocused } from '#src/ui/focused.ts'

/**
 * What is wrong, above the form, with a link to each field. It takes the focus when it appears: by its attribute in a
 * page that came back without scripts, by the effect when the page stayed. `occasion` is new with every refusal.
 */
export function ErrorSummary(props: { problems: { words: string; target: string }[]; occasion: unknown }) {
  return (
    <div className="errors" {...useFocused(props.occasion)}>
      <div role="alert">
        <h2>There is a problem</h2>
        <ul>
          {props.problems.map(({ words, target }) => (
            <li key={target + words}>
              <a href={`#${target}`}>{words}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
