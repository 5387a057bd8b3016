import { useField } from '@conform-to/react/future'
import { createElement } from 'react'

export type FieldProps = { name: string; label: string; hint?: string; optional?: boolean }

/** What ties a field to its label, hint and error. */
export function useWiring(name: string, hint: string | undefined) {
  const { id, descriptionId, errorId, defaultValue, errors = [] } = useField<string>(name)
  const described = `${hint ? descriptionId : ''} ${errors.length > 0 ? errorId : ''}`.trim() || undefined
  return { id, defaultValue, described, descriptionId, error: { id: errorId, errors } }
}

/**
 * A label, its hint, its error and the control: joined for eyes and for assistive technology. It is what all fields with a
 * label have in the browser; `TextField`, `TextArea` and `Select` are its kinds, and stay on the server.
 * @param attributes of the control beside those that tie it
 * @param options value and label of each, in pairs because pages send them
 * @param areLanguages each option is in its own language and has the tag of that as its value
 */
export function Field(
  props: FieldProps & {
    control: 'input' | 'textarea' | 'select'
    attributes?: Record<string, string | number | boolean | undefined>
    options?: [value: string, label: string][]
    areLanguages?: boolean
  },
) {
  const { name, label, hint, options } = props
  const { id, defaultValue, described, descriptionId, error } = useWiring(name, hint)
  const language = useField<string>('language').defaultValue || undefined
  return (
    <div className="field">
      <label htmlFor={id}>{props.optional ? `${label} (optional)` : label}</label>
      {hint && <Hint id={descriptionId}>{hint}</Hint>}
      <FieldError {...error} />
      {createElement(
        props.control,
        {
          id,
          name,
          defaultValue,
          'aria-invalid': error.errors.length > 0 || undefined,
          'aria-describedby': described,
          lang: props.control === 'textarea' ? language : undefined,
          dir: options ? undefined : 'auto',
          // A list takes what is chosen from its default only when it is new.
          key: options && defaultValue,
          ...props.attributes,
        },
        options?.map(([value, words]) => (
          <option key={value} value={value} lang={(props.areLanguages && value) || undefined}>
            {words}
          </option>
        )),
      )}
    </div>
  )
}

export function Hint({ id, children }: { id: string; children: string }) {
  return (
    <p className="hint" id={id}>
      {children}
    </p>
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
