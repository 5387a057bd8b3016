import { env } from '#src/lib/env.ts'
import { largestAtOnce } from '#src/lib/http/limits.ts'
import { Field, KeptFiles } from '#src/ui/browser.tsx'

/**
 * Files to go with what is written: a field to choose them, a button that keeps them at once, and the list of those that are
 * kept. Its form has the field `files` (`src/files/receive.ts`).
 */
export function FileField() {
  const { uploadBytes, uploadFiles } = env()
  const megabytes = uploadBytes / 1_000_000
  return (
    <>
      <Field
        name="upload"
        control="input"
        label="Files"
        optional
        hint={`Up to ${uploadFiles}, each of ${megabytes} MB at most, and ${megabytes * largestAtOnce} MB at once.`}
        attributes={{ type: 'file', multiple: true, 'data-most': uploadBytes * largestAtOnce }}
      />
      {/* The Enter key presses the first button of a form, which shall not be one of those for files. */}
      <input type="submit" name="intent" value="send" className="spoken" tabIndex={-1} aria-hidden />
      <button type="submit" name="intent" value="attach" className="quiet">
        Attach
      </button>
      <KeptFiles />
    </>
  )
}
