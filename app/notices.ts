import { currentAnswer } from '#src/lib/http/current-answer.ts'

/** What a page says after an action led to it, by the code in its address (`?done=…`). Unknown codes say nothing. */
const notices = {
  'reply-sent': 'Your reply was sent.',
  'note-added': 'Your note was added. The customer does not see it.',
  'already-sent':
    'You had already sent exactly this, so it was not added again. To say it again, change a word.',
  'already-sent-changed':
    'You had already sent exactly this text, so it was not added again. What else you changed was saved.',
  changed: 'The ticket was changed.',
  taken: 'You have taken this ticket.',
  'draft-kept': 'Your draft was kept. Nothing was sent.',
  'draft-discarded': 'Your draft was thrown away.',
  confirmed: 'Thank you. We have noted that this is fixed.',
  'not-fixed': 'Thank you for telling us. We go on with this.',
  'followed-up': 'The old ticket is closed, so your message went into this new one.',
  opened: 'The ticket was opened.',
  'signed-up': 'If this address was new, your account is ready. Sign in with your password.',
  'signed-up-mail': 'We have sent a mail to this address. Follow the link in it, then sign in.',
  'signed-out': 'You are signed out.',
  'reset-sent': 'If we know this address, a mail with a link is on its way. The link works for one hour.',
  'password-set': 'Your new password is set. You are signed out everywhere else. Sign in with it.',
  'address-confirmed': 'Your address is confirmed. Sign in now.',
  saved: 'Your changes were saved.',
  invited: 'The agent was invited. The mail with the link is in the outbox.',
  deactivated: 'This agent can no longer work at the desk.',
  reactivated: 'This agent can work at the desk again.',
  retired: 'The team was retired.',
  'default-set': 'This policy is now the default of its priority.',
  added: 'It was added.',
  removed: 'It was removed.',
  retried: 'The mail will be tried again.',
} as const

type Done = keyof typeof notices
type Query = Promise<Record<string, string | string[] | undefined>>

/**
 * The notice that an address asks for, in words; undefined when it asks for none that we know, and when the page
 * answers a form: that form was not accepted, and an older success would contradict it.
 */
export async function noticeFrom(query: Query): Promise<string | undefined> {
  // A redirect with scripts asks for its page in a request of its own, so this is the form's own answer.
  if (currentAnswer()?.where.startsWith('POST ')) return undefined
  const { done } = await query
  return typeof done === 'string' && Object.hasOwn(notices, done) ? notices[done as Done] : undefined
}
