import { useEffect, useRef } from 'react'

/**
 * What is wrong, above the form, with a link to each field. It takes the focus when it appears: by its attribute in a
 * page that came back without scripts, by the effect when the page stayed. `occasion` is new with every refusal.
 */
export function ErrorSummary(props: { problems: { words: string; target: string }[]; occasion: unknown }) {
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same words may be refused twice
  useEffect(() => box.current?.focus(), [props.occasion])
  return (
    // biome-ignore lint/a11y/noAutofocus: the page came back because of this, and it is what must be read first
    <div ref={box} className="errors" tabIndex={-1} autoFocus>
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
