import { createHash } from 'node:crypto'
import { type FormError, parseSubmission } from '@conform-to/dom/future'
import { coerceFormValue, formatResult } from '@conform-to/zod/v4/future'
import type { z } from 'zod'
import { ownWordsIn } from '#src/lib/fields.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { asideFields, entriesOf } from './entries.ts'
import { fileErrors, type Received } from './file-field.ts'
import { type FormToken, personOf, readFormToken } from './token.ts'

type Errors = Partial<FormError<string[]>>

/**
 * One post of one form, read but not believed. Exactly one of `input` and `errors` is there. `aside` is what the form
 * carries besides its own fields: its token, the button, the draft and the held text that its page had shown, the name of
 * what that page showed, and the key of the link by which a guest came to it.
 * `ownWords` is what the person wrote themself, by field, where there is any; null for a form without drafts.
 */
export type Post<Input> = {
  name: string
  data: FormData
  aside: Record<Exclude<(typeof asideFields)[number], 'k'>, string>
  ownWords: Record<string, string> | null
  sealed: string
  token: FormToken | null
  fingerprint: string
  received: Received
} & ({ input: Input; errors?: never } | { input?: never; errors: Errors })

const noFiles: Received = { listing: '', refused: [] }

const tooLarge = 'This is more text than the form can take. Shorten it and send it again.'

/**
 * Reads a post through the field guard and zod.
 * @param name the form's name, as signed into its token
 * @param secret the fields that leave no trace in the fingerprint, because that is stored
 * @param received what became of the files that came with it; one that was refused is an error of the form
 */
export function readPost<Form extends z.ZodObject>(
  name: string,
  form: Form,
  posted: FormData,
  { secret = [], received = noFiles }: { secret?: readonly string[]; received?: Received } = {},
): Post<z.output<Form>> {
  // Whoever forges the state of a form can have another argument come first; that is a post without fields.
  const entries = entriesOf(posted instanceof FormData ? posted : new FormData(), Object.keys(form.shape))
  const sealed = textOf(entries.data, 'k')
  const aside = {
    intent: textOf(entries.data, 'intent'),
    draft: textOf(entries.data, 'draft'),
    held: textOf(entries.data, 'held'),
    shown: textOf(entries.data, 'shown'),
    link: textOf(entries.data, 'link'),
  }
  for (const field of asideFields) if (!(field in form.shape)) entries.data.delete(field)
  const read = {
    name,
    data: entries.data,
    aside,
    ownWords: ownWordsOf(form, entries.data),
    sealed,
    token: readFormToken(name, sealed),
    fingerprint: fingerprintOf(entries.data, ['seen', ...secret]),
    received,
  }
  if (entries.tooLarge) return { ...read, errors: { formErrors: [tooLarge] } }
  if (Object.keys(entries.broken).length > 0) return { ...read, errors: { fieldErrors: entries.broken } }
  const parsed = coerceFormValue(form).safeParse(parseSubmission(entries.data).payload)
  if (parsed.success && received.refused.length === 0) return { ...read, input: parsed.data }
  const { formErrors, fieldErrors } = formatResult(parsed) ?? {}
  return { ...read, errors: { formErrors, fieldErrors: { ...fileErrors(received), ...fieldErrors } } }
}

/** Whether the page of this post was made for another person than this one. A post without a token is nobody's. */
export function isForSomebodyElse(post: Post<unknown>, userId: string): boolean {
  const person = personOf(post.name, post.sealed)
  return person !== undefined && person !== userId
}

/** The submission that this post is, for this person (undefined for nobody). Refuses a token made for another. */
export function submissionOf(post: Post<unknown>, person: string | undefined): FormToken {
  if (post.token && post.token.person === (person ?? '')) return post.token
  throw new Refusal(
    'This page was made more than a day ago, or for somebody else. Check what you wrote and send it again.',
  )
}

function ownWordsOf(form: z.ZodObject, data: FormData): Record<string, string> | null {
  const { fields, hasDrafts } = ownWordsIn(form)
  if (!hasDrafts) return null
  const written = fields.map(field => [field, textOf(data, field)] as const)
  return Object.fromEntries(written.filter(([, text]) => text.trim() !== ''))
}

function textOf(data: FormData, name: string) {
  const value = data.get(name)
  return typeof value === 'string' ? value : ''
}

// What the page had shown (`seen`) may differ between two sends of one text; the text makes it the same. So may the
// order of the fields, when the second send comes from the page that stands in for one that could not be read.
function fingerprintOf(data: FormData, without: readonly string[]) {
  const entries = [...data].filter(([field]) => !without.includes(field))
  entries.sort(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(entries)).digest('base64url')
}
