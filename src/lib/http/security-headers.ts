const base = [
  "default-src 'none'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
]

/**
 * The content security policy of a page with Next's scripts. Next reads the nonce from the same header on the
 * request and writes it on each of its scripts; `strict-dynamic` lets those load their parts. A page that is
 * not rendered per request has no nonces, so its scripts stay silent and it is read without them.
 * @param development allows what React's and Next's tools need while somebody works on the code
 */
export function scriptPolicy(nonce: string, development = false): string {
  const script = `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`
  return [script, `style-src 'self'${development ? " 'unsafe-inline'" : ''}`, ...base].join('; ')
}

/** The policy of a page that runs no script at all, and whose icon is no request of its own. */
export function scriptlessPolicy(styleSource = "'self'"): string {
  const images = "img-src 'self' data:"
  const others = base.filter(source => !source.startsWith('img-src'))
  return ["script-src 'none'", `style-src ${styleSource}`, images, ...others].join('; ')
}

/**
 * The headers of every answer that is read as a page, besides its policy. The referrer policy may never be
 * `no-referrer`: a form without scripts would then say `Origin: null` and be refused.
 * @param https only then are browsers told to come back over https only, for a year
 */
export function securityHeaders(https: boolean): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}
