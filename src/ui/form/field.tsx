'use client'

import { useField } from '@conform-to/react/future'
import type { ReactNode } from 'react'

export type FieldProps = { name: string; label: string; hint?: string; optional?: boolean }

/** What an input needs to be tied to its label, hint and error. */
export type Wiring = {
  id: string
  name: string
  defaultValue: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

/** A label, its hint, its error and, from `input`, the control: joined for eyes and for assistive technology. */
export function Field({ input, ...props }: FieldProps & { input: (wiring: Wiring) => ReactNode }) {
  const field = useField<string>(props.name)
  const errors: string[] = field.errors ?? []
  const hint = props.hint && field.descriptionId
  const wiring: Wiring = {
    id: field.id,
    name: field.name,
    defaultValue: field.defaultValue,
    'aria-invalid': errors.length > 0 || undefined,
    'aria-describedby': [hint, errors.length > 0 && field.errorId].filter(Boolean).join(' ') || undefined,
  }
  return (
    <div className="field">
      <label htmlFor={field.id}>{props.optional ? `${props.label} (optional)` : props.label}</label>
      {hint && (
        <p className="hint" id={hint}>
          {props.hint}
        </p>
      )}
      <FieldError id={field.errorId} errors={errors} />
      {input(wiring)}
    </div>
  )
}

/** The words beside a field that was not accepted. */
export function FieldError({ id, errors }: { id: string; errors: string[] }) {
  if (errors.length === 0) return null
  return (
    <p className="error" id={id}>
      <span className="spoken">Error: </span>
      {errors.join(' ')}
    </p>
  )
}
