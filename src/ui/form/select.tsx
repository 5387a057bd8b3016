import { Field } from '#src/ui/browser.tsx'
import type { FieldProps } from './field.tsx'
import type { Option } from './options.ts'

/** One of many, in a list that opens. */
export function Select({ options, ...props }: FieldProps & { options: Option[]; areLanguages?: boolean }) {
  return <Field {...props} options={options.map(({ value, label }) => [value, label])} control="select" />
}
