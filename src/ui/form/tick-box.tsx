import { Choice } from './choice.tsx'
import { FieldError, useWiring } from './field.tsx'

export type Tick = { name: string; label: string; hint?: string }

/** One box to tick: a field of its own. */
export function TickBox({ name, label, hint }: Tick) {
  const { id, defaultValue, described, error } = useWiring(name, undefined)
  return (
    <div>
      <FieldError {...error} />
      <Choice
        label={label}
        hint={hint}
        type="checkbox"
        id={id}
        name={name}
        value="yes"
        defaultChecked={defaultValue === 'yes'}
        aria-invalid={error.errors.length > 0 || undefined}
        aria-describedby={described}
      />
    </div>
  )
}
