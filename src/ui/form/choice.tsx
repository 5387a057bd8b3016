import type { ComponentProps } from 'react'

/** A control that is chosen, and behind it the words for it. */
export function Choice({
  label,
  hint,
  ...input
}: ComponentProps<'input'> & { label: string; hint?: string }) {
  return (
    <label className="choice">
      <input {...input} /> {label}
      {hint && <span className="hint"> {hint}</span>}
    </label>
  )
}
