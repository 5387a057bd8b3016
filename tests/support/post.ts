import type { Actor } from '#src/lib/actor.ts'
import type { Report } from '#src/lib/forms/report.ts'
import { asVisitor, fill, newAddress, signedInAs, type Visit, type Visited } from './visit.ts'

export type Action = (shown: Report | null, data: FormData) => Promise<Report | null>
export type Fields = Record<string, string | number>

/** Posts a form once as this person, from a page that was made for them; null is somebody who is not signed in. */
export async function post(
  action: Action,
  name: string,
  person: Actor | null,
  fields: Fields,
): Promise<Visited> {
  return send(action, await visitOf(person), fill(name, person, fields))
}

/** A visit of this person from an address of its own. */
export async function visitOf(person: Actor | null): Promise<Visit> {
  return { ...(person ? await signedInAs(person) : {}), address: newAddress() }
}

/** Posts exactly this form, as a browser that sends it again does. */
export function send(action: Action, visit: Visit, form: FormData): Promise<Visited> {
  const copy = new FormData()
  for (const [name, value] of form) copy.append(name, value)
  return asVisitor(visit, () => action(null, copy))
}

/** Every word of a refusal, above the form and beside its fields, and what the form shows again. */
export function shown({ report }: Visited) {
  const { error, submission } = report?.result ?? {}
  const beside = Object.values(error?.fieldErrors ?? {}).flatMap(words => words ?? [])
  return { words: [...(error?.formErrors ?? []), ...beside].join(' '), kept: submission?.payload ?? {} }
}
