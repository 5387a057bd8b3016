import { z } from 'zod'

/** One line of text that must be there. `ask` is the sentence that asks for it; lengths count characters. */
export function line(ask: string, limits: { least?: number; most: number }) {
  const { least = 1, most } = limits
  return z
    .string({ error: ask })
    .trim()
    .min(least, ask)
    .max(most, `Use at most ${most} characters here.`)
    .refine(text => !/[\r\n]/.test(text), 'Write this on one line.')
}

/** Many lines of text that must be there. */
export function prose(ask: string, most = 50_000) {
  return z
    .string({ error: ask })
    .max(most, `Use at most ${most.toLocaleString('en')} characters here.`)
    .refine(text => text.trim().length > 0, ask)
}

/** An e-mail address, as it is stored: trimmed, in lower case, at most 254 characters. */
export const emailAddress = z
  .string({ error: 'Enter an email address, such as name@example.org.' })
  .trim()
  .toLowerCase()
  .max(254, 'Use at most 254 characters for the address.')
  .pipe(z.email('Enter an email address, such as name@example.org.'))
