import { Field } from '#src/ui/browser.tsx'
import type { FieldProps } from './field.tsx'

/** Many lines of text, in the language that its form says, where it says one. */
export function TextArea({ rows = 8, ...field }: FieldProps & { rows?: number }) {
  return <Field {...field} control="textarea" attributes={{ rows }} />
}
