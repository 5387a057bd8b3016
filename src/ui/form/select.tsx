'use client'

import { Field, type FieldProps } from './field.tsx'

export type Option = { value: string; label: string }

/** One of many, in a list that opens. */
export function Select({ options, ...field }: FieldProps & { options: Option[] }) {
  return (
    <Field
      {...field}
      input={wiring => (
        <select {...wiring} key={wiring.defaultValue}>
          {options.map(option => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    />
  )
}
