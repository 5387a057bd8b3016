/**
 * The name of the session cookie. On https it carries the `__Host-` prefix, so that a browser takes it only
 * from this very host, over https and for every path; a plain http address cannot have that.
 * @param baseUrl the public address of the desk, as in the settings
 */
export function sessionCookieName(baseUrl: string): '__Host-holdfast' | 'holdfast' {
  return isHttps(baseUrl) ? '__Host-holdfast' : 'holdfast'
}

/** Whether the desk is reached over https: then its cookies are Secure and browsers are told to stay on it. */
export function isHttps(baseUrl: string): boolean {
  return new URL(baseUrl).protocol === 'https:'
}
