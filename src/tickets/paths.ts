import { formatReference, parseReference } from './reference.ts'

/** Where the requester reads a ticket. `done` is the code of the notice to show there. */
export function portalPath(reference: string, done?: string): string {
  return withNotice(`/tickets/${formatReference(reference)}`, done)
}

/** The page that confirms a new ticket, with its reference in large type. */
export function openedPath(reference: string, done?: string): string {
  return withNotice(`${portalPath(reference)}/opened`, done)
}

/** Where an agent works on a ticket. `queue` is the queue to go back to. */
export function deskPath(reference: string, done?: string, queue?: string): string {
  const path = withNotice(`/desk/tickets/${formatReference(reference)}`, done)
  return queue ? `${path}${path.includes('?') ? '&' : '?'}queue=${encodeURIComponent(queue)}` : path
}

/** The reference of the ticket that one of these paths leads to; undefined for a path to something else. */
export function referenceIn(path: string): string | undefined {
  const typed = /\/tickets\/([^/?]+)/.exec(path)?.[1]
  const parsed = parseReference(typed ?? '')
  return parsed.ok ? parsed.reference : undefined
}

function withNotice(path: string, done: string | undefined) {
  return done ? `${path}?done=${done}` : path
}
