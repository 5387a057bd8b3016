'use client'

import { useField } from '@conform-to/react/future'
import { FieldError } from './field.tsx'

type Tick = { name: string; label: string; hint?: string }

/** Any of a few, all in sight: boxes, each a field of its own. */
export function Ticks({ label, hint, ticks }: { label: string; hint: string; ticks: Tick[] }) {
  const hintId = `${ticks[0]?.name}-hint`
  return (
    <fieldset className="field" aria-describedby={hintId}>
      <legend>{label} (optional)</legend>
      <p className="hint" id={hintId}>
        {hint}
      </p>
      {ticks.map(tick => (
        <TickBox key={tick.name} {...tick} />
      ))}
    </fieldset>
  )
}

function TickBox({ name, label, hint }: Tick) {
  const field = useField<string>(name)
  const errors: string[] = field.errors ?? []
  return (
    <div>
      <FieldError id={field.errorId} errors={errors} />
      <label className="choice">
        <input
          type="checkbox"
          id={field.id}
          name={name}
          value="yes"
          defaultChecked={field.defaultValue === 'yes'}
          aria-invalid={errors.length > 0 || undefined}
          aria-describedby={errors.length > 0 ? field.errorId : undefined}
        />{' '}
        {label}
        {hint && <span className="hint"> {hint}</span>}
      </label>
    </div>
  )
}
