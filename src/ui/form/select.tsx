'use client'

import { Field, type FieldProps } from './field.tsx'

/** `lang` is the language of the label, where it is not that of the page. */
export type Option = { value: string; label: string; lang?: string }

/** One of many, in a list that opens. */
export function Select({ options, ...field }: FieldProps & { options: Option[] }) {
  return (
    <Field
      {...field}
      input={wiring => (
        <select {...wiring} key={wiring.defaultValue}>
          {options.map(option => (
            <option key={option.value} value={option.value} lang={option.lang}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    />
  )
}
