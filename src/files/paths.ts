/** Where whoever may read a message gets a file of it. */
export function attachmentPath(id: string): string {
  return `/attachments/${encodeURIComponent(id)}`
}
