import { Field } from '#src/ui/browser.tsx'

/**
 * A field that people leave empty and programs fill in. It stands outside of what is seen, spoken and
 * reached by keys; who comes to it all the same, without styles, is told what to do.
 */
export function EmptyField({ name }: { name: string }) {
  return (
    <div className="spoken" aria-hidden>
      <Field
        name={name}
        label="Leave this empty"
        control="input"
        attributes={{ type: 'text', tabIndex: -1, autoComplete: 'off', spellCheck: false }}
      />
    </div>
  )
}
