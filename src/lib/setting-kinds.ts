import { z } from 'zod'

const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value)
/** A setting that need not be there; a blank one is not. */
export const optional = <T extends z.ZodType>(kind: T) => z.preprocess(blankIsAbsent, kind.optional())

/** A setting that must be there; `purpose` says what for. */
export const needed = <T extends z.ZodType<string, string>>(purpose: string, kind: T) =>
  z.preprocess(blankIsAbsent, z.string({ error: `is missing: ${purpose}` }).pipe(kind))

export const address = (protocols: RegExp, words: string) => z.string().regex(protocols, { error: words })

export const wholeNumber = (least: number, most: number, words: string) =>
  z.coerce
    .number({ error: words })
    .int({ error: words })
    .min(least, { error: words })
    .max(most, { error: words })

/** Words that are parted by commas. */
export const listOf = (fits: (word: string) => boolean, words: string) =>
  z
    .string()
    .transform(list => list.split(',').map(word => word.trim()))
    .refine(list => list.every(fits), { error: words })

/** A key as the Standard Webhooks write it. */
export const signingKey = (words: string) =>
  z
    .string()
    .regex(/^(whsec_)?[A-Za-z0-9+/]{32,86}={0,2}$/, { error: words })
    .transform(key => Buffer.from(key.replace('whsec_', ''), 'base64'))
