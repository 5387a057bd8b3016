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
  'already-so': 'It stands like this already, so nothing was changed.',
  'taken-before': 'You took this ticket a moment ago and have not worked on it yet, so no other was taken.',
  taken: 'You have taken this ticket.',
  'draft-kept': 'Your draft was kept. Nothing was sent.',
  'draft-discarded': 'Your draft was thrown away.',
  confirmed: 'Thank you. We have noted that this is fixed.',
  'not-fixed': 'Thank you for telling us. We go on with this.',
  'followed-up': 'The old ticket is closed, so your message went into this new one.',
  opened: 'The ticket was opened.',
  'followed-up-by-mail':
    'Your ticket is closed, so your message went into a new one that follows it. The link to that one comes by mail.',
  'kept-for-link':
    'Your message was not sent, because the link has run out. We kept it: it is back in its form when you open the new link within 24 hours.',
  'link-asked':
    'If a ticket with this reference was opened with this address, a mail with the link is on its way.',
  'link-renewed':
    'A mail with a new link is on its way. It goes to the address with which the ticket was opened.',
  'link-ended': 'The link was ended. It opens nothing any more.',
  'links-revoked': 'The links to this ticket were ended. They open nothing any more.',
  'signed-up': 'If this address was new, your account is ready. Sign in with your password.',
  'signed-up-mail': 'We have sent a mail to this address. Follow the link in it, then sign in.',
  'signed-out': 'You are signed out.',
  'reset-sent': 'If we know this address, a mail with a link is on its way. The link works for one hour.',
  'password-set': 'Your new password is set. You are signed out everywhere else. Sign in with it.',
  'address-confirmed': 'Your address is confirmed. Sign in now.',
  light: 'You get the light version from now on.',
  full: 'You get the full version from now on.',
  saved: 'Your changes were saved.',
  invited: 'The agent was invited. The mail with the link is in the outbox.',
  deactivated: 'This agent can no longer work at the desk.',
  reactivated: 'This agent can work at the desk again.',
  retired: 'The team was retired.',
  'default-set': 'This policy is now the default of its priority.',
  added: 'It was added.',
  removed: 'It was removed.',
  'removed-before': 'It was not there any more, so there was nothing to remove.',
  retried: 'The mail will be tried again.',
  'written-again': 'Mail to this address is sent again from now on.',
  released: 'The mail was released. Its ticket is named below.',
  rejected: 'The mail was rejected. It is kept here, and nobody was told.',
  'mailbox-opened': 'The mailbox opened. What was found there stands below.',
  'mailbox-shut': 'The mailbox did not open. Why stands below.',
  'test-ordered': 'A test mail to your address was ordered. This is where it stands.',
  'sent-before': 'This mail was sent meanwhile, so it is not sent again.',
} as const

type Done = keyof typeof notices

/** What a page says to whoever asked it whether something is new, alone or with a draft that was kept for that. */
const answers = {
  none: {
    alone: 'Nothing has changed since you looked.',
    kept: 'Your draft was kept. Nothing has changed since you looked.',
  },
  some: {
    alone: 'There is something new since you looked.',
    kept: 'Your draft was kept. There is something new since you looked.',
  },
} as const

type Query = Promise<Record<string, string | string[] | undefined>>

/**
 * The notice that an address asks for, in words; undefined when it asks for none that we know, and when the page
 * answers a form: that form was not accepted, and an older success would contradict it.
 * @param version names what the page shows now; the address may name what it showed before (`?since=…`)
 */
export async function noticeFrom(query: Query, version?: string): Promise<string | undefined> {
  if (answersAForm()) return undefined
  const { done, since } = await query
  if (version && typeof since === 'string')
    return answers[since === version ? 'none' : 'some'][done === 'draft-kept' ? 'kept' : 'alone']
  return typeof done === 'string' && Object.hasOwn(notices, done) ? notices[done as Done] : undefined
}

/**
 * Whether this page is shown because its form was not accepted. The form then stays on it, with what was typed and the
 * reason, also when there is nothing to do there any more. A redirect asks for its page in a request of its own.
 */
export function answersAForm(): boolean {
  return currentAnswer()?.where.startsWith('POST ') ?? false
}
