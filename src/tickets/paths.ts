import { formatReference } from './reference.ts'

/** Where the requester reads a ticket. `done` is the code of the notice to show there. */
export function portalPath(reference: string, done?: string): string {
  return withNotice(`/tickets/${formatReference(reference)}`, done)
}

/** The page that confirms a new ticket, with its reference in large type. */
export function openedPath(reference: string): string {
  return `${portalPath(reference)}/opened`
}

/** Where an agent works on a ticket. `queue` is the queue to go back to. */
export function deskPath(reference: string, done?: string, queue?: string): string {
  const path = withNotice(`/desk/tickets/${formatReference(reference)}`, done)
  return queue ? `${path}${path.includes('?') ? '&' : '?'}queue=${encodeURIComponent(queue)}` : path
}

function withNotice(path: string, done: string | undefined) {
  return done ? `${path}?done=${done}` : path
}
