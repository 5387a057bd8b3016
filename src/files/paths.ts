/** Where whoever may read a message gets a file of it; a guest by the key of their link. */
export function attachmentPath(id: string, link?: string): string {
  const path = `/attachments/${encodeURIComponent(id)}`
  return link === undefined ? path : `${path}?link=${encodeURIComponent(link)}`
}
