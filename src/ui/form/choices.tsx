'use client'

import { FieldError, type FieldProps } from './field.tsx'
import { useField } from './field-state.ts'

export type Choice = { value: string; label: string; hint?: string }

/** One of a few, all in sight. */
export function Choices({ name, label, hint, choices }: FieldProps & { choices: Choice[] }) {
  const field = useField(name)
  const described = [hint && field.hintId, field.errors.length > 0 && field.errorId].filter(Boolean).join(' ')
  return (
    <fieldset className="field" aria-describedby={described || undefined}>
      <legend>{label}</legend>
      {hint && (
        <p className="hint" id={field.hintId}>
          {hint}
        </p>
      )}
      <FieldError id={field.errorId} errors={field.errors} />
      {choices.map((choice, index) => (
        <div key={choice.value}>
          <label className="choice">
            <input
              type="radio"
              id={index === 0 ? field.id : undefined}
              name={name}
              value={choice.value}
              defaultChecked={field.value === choice.value}
            />{' '}
            {choice.label}
            {choice.hint && <span className="hint"> {choice.hint}</span>}
          </label>
        </div>
      ))}
    </fieldset>
  )
}
