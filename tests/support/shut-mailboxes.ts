/** Mailboxes of the settings that do not open, because nobody listens at their port. */
export const shutMailboxes = ['one@kelpbay.test', 'two@kelpbay.test'] as const

/** What IMAP_URL is for these. */
export const shutMailboxesUrl = shutMailboxes
  .map(name => `imap://${encodeURIComponent(name)}:secret@127.0.0.1:9`)
  .join(' ')

/** The one of this worker of a run, so that two of them do not test the same. */
export function ownMailbox(): string {
  return shutMailboxes[process.env.TEST_PARALLEL_INDEX === '1' ? 1 : 0]
}
