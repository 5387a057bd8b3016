'use client'

import { useField } from '@conform-to/react/future'
import { Field, type FieldProps } from './field.tsx'

/** Many lines of text, in the language that its form says, where it says one. */
export function TextArea({ rows = 8, ...field }: FieldProps & { rows?: number }) {
  const lang = useField<string>('language').defaultValue || undefined
  return <Field {...field} input={wiring => <textarea {...wiring} rows={rows} lang={lang} dir="auto" />} />
}
