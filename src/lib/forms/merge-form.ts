/** A form with what its page had shown of each field: `role` beside `wasRole`. */
export type ShownForm<Field extends string> = {
  [Name in Field | `was${Capitalize<Field>}`]?: string | number | undefined
}

/**
 * Merges a form with what somebody else changed after its page was made. A field that this person left alone asks for
 * nothing, so it never undoes a colleague; one that stands already as it is wanted asks for nothing either.
 * @param now every field as it stands, an empty text for nothing
 * @returns the fields that are `asked` to change, which of them were `overtaken` by somebody who wanted otherwise, and
 * as `hidden` what the form shows of those when it is refused
 */
export function mergeForm<Field extends string>(
  now: Record<Field, string | number>,
  form: ShownForm<Field>,
): { asked: Field[]; overtaken: Field[]; hidden: Record<string, string> } {
  const fields = Object.keys(now) as Field[]
  const wasOf = (field: Field) => `was${field.charAt(0).toUpperCase()}${field.slice(1)}`
  const was = (field: Field) => form[wasOf(field) as keyof typeof form]
  const differ = (one: unknown, other: unknown) => String(one) !== String(other)
  const asked = fields.filter(
    field => form[field] !== undefined && differ(form[field], was(field)) && differ(form[field], now[field]),
  )
  const overtaken = asked.filter(field => differ(was(field), now[field]))
  const hidden = Object.fromEntries(overtaken.map(field => [wasOf(field), String(now[field])]))
  return { asked, overtaken, hidden }
}

/** What a page shows of each field, for the form to send along: `wasRole` beside `role`. */
export function shownOf(values: Record<string, string>): Record<string, string> {
  const was = (field: string) => `was${field.charAt(0).toUpperCase()}${field.slice(1)}`
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [was(field), value]))
}
