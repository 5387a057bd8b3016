import type { IncomingMessage } from 'node:http'

type Asked = Pick<IncomingMessage, 'headers' | 'method' | 'url'>

/**
 * Whether somebody will read the answer as a page in a browser: then a bare line of text is not good enough.
 * Next's own files, endpoints for machines and the client router are answered as Next answers them.
 */
export function wantsDocument(request: Asked): boolean {
  if (isClientRouter(request)) return false
  if (!request.headers.accept?.includes('text/html')) return false
  return !/^\/(_next|api|health)(\/|\?|$)/.test(request.url ?? '')
}

/**
 * Whether Next's script in the browser asks. It throws away any answer that is not a 200 (a navigation is
 * then loaded anew as a document, a prefetch forgotten), so its status stays as Next made it.
 */
export function isClientRouter({ headers }: Pick<Asked, 'headers'>): boolean {
  return headers.rsc !== undefined || headers['next-action'] !== undefined
}

/**
 * Whether Next's script must not show this answer in the document that is open, but load it as one of its own. Whoever is
 * led to sign in has signed out, or has no session any more: what was read before would stay in the source of the page,
 * on a computer that others use next. A form that is sent to sign in is answered where it is.
 */
export function mustBeLoaded(request: Asked): boolean {
  return isClientRouter(request) && request.method !== 'POST' && /^\/sign-in(\?|$)/.test(request.url ?? '')
}
