'use client'

import { Field, type FieldProps } from './field.tsx'

/** Many lines of text. */
export function TextArea({ rows = 8, ...field }: FieldProps & { rows?: number }) {
  return <Field {...field} input={wiring => <textarea {...wiring} rows={rows} dir="auto" />} />
}
