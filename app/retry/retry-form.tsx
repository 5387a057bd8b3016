import type { Unsent } from '#src/lib/forms/unsent.ts'
import { Form } from '#src/ui/browser.tsx'
import { FileField } from '#src/ui/form/file-field.tsx'
import { TextArea } from '#src/ui/form/text-area.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'
import { SummaryList } from '#src/ui/summary-list.tsx'
import { autoCompleteOf, chosenFields, typedFields } from './field-words.ts'
import { namesIn } from './names-in.ts'

/**
 * A form that was not accepted, on a page that stands in for its own, which cannot be read. What was written is in
 * fields, to be changed or copied; everything else that was sent goes along as it was. Files that could not be kept are chosen
 * again here: with the words alone they would be missing.
 */
export function RetryForm({ unsent, title }: { unsent: Unsent; title: string }) {
  const { name, posted, secret } = unsent
  const lacksFiles = unsent.report.result.error?.fieldErrors.upload !== undefined
  const isTyped = (field: string) => field in typedFields || secret.includes(field)
  // The field for files lists them itself, and its buttons say what is asked for.
  const isShown = (field: string) => isTyped(field) || (lacksFiles && ['files', 'intent'].includes(field))
  const typed = Object.keys(posted).filter(isTyped)
  const carried = Object.entries(posted).filter(([field]) => !isShown(field))
  return (
    <Form
      id={name.replace('.', '-')}
      action={unsent.action}
      token={unsent.token}
      title={title}
      hidden={Object.fromEntries(carried)}
      values={posted}
      draft={null}
      kept={null}
      shown={unsent.report}
    >
      {typed.map(field => (
        <TypedField key={field} form={name} name={field} secret={secret.includes(field)} />
      ))}
      {lacksFiles && <FileField />}
      <Chosen carried={Object.fromEntries(carried)} />
      <div className="buttons">
        <button type="submit" {...(lacksFiles && { name: 'intent', value: posted.intent ?? 'send' })}>
          Try again
        </button>
      </div>
    </Form>
  )
}

/** Whether somebody wrote anything in it, so that there is something to be seen of it, and to be lost. */
export function hasText({ posted }: Unsent): boolean {
  return Object.entries(posted).some(
    ([field, text]) => (field in typedFields || field === 'files') && text !== '',
  )
}

function TypedField({ form, name, secret }: { form: string; name: string; secret: boolean }) {
  const { rows, ...words } = typedFields[name] ?? { label: 'What you entered' }
  const autoComplete = autoCompleteOf(form, name)
  if (secret)
    return (
      <TextField
        {...words}
        name={name}
        type="password"
        autoComplete={autoComplete}
        hint="Enter it again. It is not sent back to you."
      />
    )
  if (rows) return <TextArea {...words} name={name} rows={rows} />
  return <TextField {...words} name={name} autoComplete={autoComplete} spellCheck={name === 'subject'} />
}

function Chosen({ carried }: { carried: Record<string, string> }) {
  const rows = Object.entries(chosenFields).flatMap(([field, { label, nameOf }]) => {
    const detail = nameOf(carried[field] ?? '')
    return detail ? [{ term: label, detail }] : []
  })
  if (carried.files) rows.push({ term: 'Attached files', detail: namesIn(carried.files) })
  if (rows.length === 0) return null
  return (
    <>
      <SummaryList rows={rows} />
      <p className="hint">What you chose is sent with it, also what cannot be shown here.</p>
    </>
  )
}
