import { z } from 'zod'

/** The fields that somebody fills with words of their own, rather than chooses: in one line or in many. */
const ownWords = z.registry<{ lines: 'one' | 'many' }>()

/** Which fields of a form hold somebody's own words. A form that has room for many lines of them has drafts. */
export function ownWordsIn(form: z.ZodObject): { fields: string[]; hasDrafts: boolean } {
  const found = Object.entries(form.shape).flatMap(([name, field]) => {
    const mark = ownWords.get(field)
    return mark ? [{ name, ...mark }] : []
  })
  return { fields: found.map(({ name }) => name), hasDrafts: found.some(({ lines }) => lines === 'many') }
}

/** One line of text that must be there. `ask` is the sentence that asks for it; lengths count characters. */
export function line(ask: string, limits: { least?: number; most: number }) {
  const { least = 1, most } = limits
  return z
    .string({ error: ask })
    .trim()
    .min(least, ask)
    .max(most, `Use at most ${most} characters here.`)
    .refine(text => !/[\r\n]/.test(text), 'Write this on one line.')
    .register(ownWords, { lines: 'one' })
}

/** One line of text that may be left empty. */
export function optionalLine(most: number) {
  return z
    .string()
    .trim()
    .max(most, `Use at most ${most} characters here.`)
    .refine(text => !/[\r\n]/.test(text), 'Write this on one line.')
    .default('')
    .register(ownWords, { lines: 'one' })
}

/** Many lines of text that must be there. */
export function prose(ask: string) {
  return upTo50k(ask)
    .refine(text => text.trim().length > 0, ask)
    .register(ownWords, { lines: 'many' })
}

/** Many lines of text that may be left out. */
export const optionalProse = upTo50k().optional().register(ownWords, { lines: 'many' })

function upTo50k(ask?: string) {
  return z.string({ error: ask }).max(50_000, 'Use at most 50,000 characters here.')
}

/** An e-mail address, as it is stored: trimmed, in lower case, at most 254 characters. */
export const emailAddress = z
  .string({ error: 'Enter an email address, such as name@example.org.' })
  .trim()
  .toLowerCase()
  .max(254, 'Use at most 254 characters for the address.')
  .pipe(z.email('Enter an email address, such as name@example.org.'))
  .register(ownWords, { lines: 'one' })
