/** What a page may weigh, in bytes on the wire. HTML and its style sheet are counted together. */
export const budgets = {
  light: { brotli: 10_000, gzip: 12_000, customersForm: 8_000, coldRequests: 2, warmRequests: 1 },
  full: { gzip: 14_600, scripts: 15_000 },
  /** Milliseconds until the queue can be read and used on a slow device, in the light version. */
  slowDevice: { readable: 2_000, usable: 3_000 },
} as const

/** The pages on which customers fill in a form. */
export const customersForms = [
  '/account',
  '/account/mail',
  '/ask',
  '/ask/link',
  '/confirm-address',
  '/forgot-password',
  '/guest/[key]/end',
  '/guest/[key]/fixed',
  '/guest/[key]/not-fixed',
  '/light',
  '/reset-password',
  '/sign-in',
  '/sign-up',
  '/tickets/[reference]/fixed',
  '/tickets/[reference]/not-fixed',
  '/tickets/new',
]
