import { useField } from '@conform-to/react/future'
import { useContext, useState } from 'react'
import { Composing } from './composing.ts'
import { Field } from './field.tsx'

type Kept = { name: string; words: string; proof: string }

/**
 * A field to choose files, a button that keeps them at once, and the list of those that are kept, each with a button that
 * takes it out. All of it is said here and not by the server, so that a page sends it once.
 * @param props how many files, how large in bytes, and how many of the largest at once
 */
export function Files({ most, bytes, atOnce }: { most: number; bytes: number; atOnce: number }) {
  const { defaultValue } = useField<string>('files')
  const { action, later } = useContext(Composing)
  // What was attached or removed in this page, until the form comes back: it says what was sent.
  const [[since, changed], change] = useState([defaultValue, defaultValue])
  const listing = since === defaultValue ? changed : defaultValue
  const megabytes = bytes / 1_000_000
  return (
    <>
      <Field
        name="upload"
        control="input"
        label="Files"
        optional
        hint={`Up to ${most}, each of ${megabytes} MB at most, and ${megabytes * atOnce} MB at once.`}
        attributes={{ type: 'file', multiple: true, defaultValue: undefined, 'data-most': bytes * atOnce }}
      />
      {/* The Enter key presses the first button of a form, which shall not be one of those for files. */}
      <input type="submit" name="intent" value="send" className="spoken" tabIndex={-1} aria-hidden />
      <button type="submit" name="intent" value="attach" className="quiet">
        Attach
      </button>
      {later && (
        <later.Arriving
          action={action}
          most={most}
          bytes={bytes}
          list={listing => change([defaultValue, listing])}
        />
      )}
      {listing && (
        <>
          <input type="hidden" name="files" value={listing} />
          <ul className="files" aria-label="Attached files">
            {JSON.parse(listing).map(({ name, words, proof }: Kept) => (
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
      )}
    </>
  )
}
