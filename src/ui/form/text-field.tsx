import { Field } from '#src/ui/browser.tsx'
import type { FieldProps } from './field.tsx'

type TextInput = {
  type?: 'text' | 'email' | 'password' | 'search'
  /** Never `off`: browsers then lose what was typed when one comes back to the page. Somebody else's has a `section-`. */
  autoComplete?: string
  inputMode?: 'text' | 'email' | 'numeric'
  maxLength?: number
  spellCheck?: boolean
}

/** One line of text. */
export function TextField({
  type = 'text',
  autoComplete,
  inputMode,
  maxLength,
  spellCheck,
  ...field
}: FieldProps & TextInput) {
  const attributes = { type, autoComplete, inputMode, maxLength, spellCheck }
  return <Field {...field} control="input" attributes={attributes} />
}
