'use client'

import { createContext, useContext } from 'react'

/** What a form holds before anybody typed, or holds again after a refusal, and what is wrong with it, by field name. */
export type FormState = {
  id: string
  values: Record<string, unknown>
  errors: Record<string, string[] | null>
}

export const FormContext = createContext<FormState>({ id: '', values: {}, errors: {} })

/** What one field of the form round it shows, and the ids that tie it to its hint and its error. */
export function useField(name: string) {
  const { id: form, values, errors } = useContext(FormContext)
  const id = fieldId(form, name)
  const value = values[name]
  return {
    id,
    hintId: `${id}-hint`,
    errorId: `${id}-error`,
    value: typeof value === 'string' ? value : '',
    errors: errors[name] ?? [],
  }
}

/** The id of a field, to which the summary of what is wrong leads. */
export function fieldId(form: string, name: string): string {
  return `${form}-${name}`
}
