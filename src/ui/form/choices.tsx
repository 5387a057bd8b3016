import { Choice } from './choice.tsx'
import { FieldError, type FieldProps, Hint, useWiring } from './field.tsx'

/** One of a few, all in sight. */
export function Choices({
  name,
  label,
  hint,
  choices,
}: FieldProps & { choices: { value: string; label: string; hint?: string }[] }) {
  const { id, defaultValue, described, descriptionId, error } = useWiring(name, hint)
  return (
    <fieldset className="field" aria-describedby={described}>
      <legend>{label}</legend>
      {hint && <Hint id={descriptionId}>{hint}</Hint>}
      <FieldError {...error} />
      {choices.map(({ value, ...words }, index) => (
        <div key={value}>
          <Choice
            {...words}
            type="radio"
            id={index === 0 ? id : undefined}
            name={name}
            value={value}
            defaultChecked={defaultValue === value}
          />
        </div>
      ))}
    </fieldset>
  )
}
