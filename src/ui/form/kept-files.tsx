import { useField } from '@conform-to/react/future'

type Kept = { name: string; words: string; proof: string }

/** The files that a form holds, each with a button that takes it out. */
export function KeptFiles() {
  const { defaultValue } = useField<string>('files')
  return (
    defaultValue && (
      <>
        <input type="hidden" name="files" value={defaultValue} />
        <ul className="files" aria-label="Attached files">
          {JSON.parse(defaultValue).map(({ name, words, proof }: Kept) => (
            <li key={proof}>
              <bdi>{name}</bdi> ({words}){' '}
              <button
                type="submit"
                name="intent"
                value={`remove-file ${proof}`}
                className="quiet"
                aria-label={`Remove ${name}`}
              >
                Remove
              </button>
            </li>
          ))}
        </ul>
      </>
    )
  )
}
