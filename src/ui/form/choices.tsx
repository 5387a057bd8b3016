'use client'

import { useField } from '@conform-to/react/future'
import { FieldError, type FieldProps } from './field.tsx'

export type Choice = { value: string; label: string; hint?: string }

/** One of a few, all in sight. */
export function Choices({ name, label, hint, choices }: FieldProps & { choices: Choice[] }) {
  const field = useField<string>(name)
  const errors: string[] = field.errors ?? []
  const described = [hint && field.descriptionId, errors.length > 0 && field.errorId]
    .filter(Boolean)
    .join(' ')
  return (
    <fieldset className="field" aria-describedby={described || undefined}>
      <legend>{label}</legend>
      {hint && (
        <p className="hint" id={field.descriptionId}>
          {hint}
        </p>
      )}
      <FieldError id={field.errorId} errors={errors} />
      {choices.map((choice, index) => (
        <div key={choice.value}>
          <label className="choice">
            <input
              type="radio"
              id={index === 0 ? field.id : undefined}
              name={name}
              value={choice.value}
              defaultChecked={field.defaultValue === choice.value}
            />{' '}
            {choice.label}
            {choice.hint && <span className="hint"> {choice.hint}</span>}
          </label>
        </div>
      ))}
    </fieldset>
  )
}
