/** Where an administrator sees a mail that came in. `done` is the code of the notice to show there. */
export function receivedPath(mailId: string, done?: string): string {
  return done ? `/admin/mail/${mailId}?done=${done}` : `/admin/mail/${mailId}`
}

/** Where an administrator gets a mail as it came, whole. */
export function sourcePath(mailId: string): string {
  return `${receivedPath(mailId)}/source`
}

/** Where an administrator sees the mailboxes that mail is taken from. */
export function mailboxesPath(done?: string): string {
  return done ? `/admin/mail/mailboxes?done=${done}` : '/admin/mail/mailboxes'
}
