import { Field } from '#src/ui/browser.tsx'
import type { FieldProps, Option } from './field.tsx'

/** One of many, in a list that opens. */
export function Select(props: FieldProps & { options: Option[] }) {
  return <Field {...props} control="select" />
}
