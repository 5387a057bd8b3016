/** What a page may weigh, in bytes on the wire. HTML and its style sheet are counted together. */
export const budgets = {
  light: { brotli: 10_000, gzip: 12_000, customersForm: 8_000, coldRequests: 2, warmRequests: 1 },
  full: { gzip: 14_600, scripts: 15_000 },
} as const

/**
 * What is not within its budget yet, and may not grow: the scripts of a page with a form (Conform's alone are 13 kB; the page of
 * all parts has every field), and a ticket with twenty messages of 600 characters.
 */
export const notYet = {
  scripts: 16_700,
  scriptsOfAllParts: 17_700,
  longTicket: { brotli: 10_700, gzip: 17_300 },
} as const

/** The pages on which customers fill in a form. */
export const customersForms = [
  '/account',
  '/forgot-password',
  '/reset-password',
  '/sign-in',
  '/sign-up',
  '/tickets/[reference]/fixed',
  '/tickets/[reference]/not-fixed',
  '/tickets/new',
]
