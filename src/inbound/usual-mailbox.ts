import { env } from '#src/lib/env.ts'

const longest = 254

/** The mailbox of mail that comes by a way that names none: the one that answers go to. */
export function usualMailbox(): string {
  const { mailReplyAddress, mailFrom } = env()
  return (mailReplyAddress ?? mailFrom).slice(0, longest)
}
