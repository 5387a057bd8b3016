// Stands in the build in place of the file of Conform (next.config.ts) in which lists of fields are put in, out and in order by
// buttons of its own. No form of ours has such a button: each is sent as it is. It is a kilobyte less on every page.

type Submission = { payload: unknown }
const submit = { touch: () => true }

/** What is known of the ways to send a form. */
export const defaultIntentHandlers = { submit }

/** Conform would add what is defined by a form itself; none of ours does. */
export const mergeIntentHandlers = (handlers: unknown) => handlers

/** A form without a button of Conform's is sent. */
export const parseIntent = () => ({ type: 'submit', payload: undefined })

/** What is sent is what stands in the form. */
export const resolveIntent = (submission: Submission) => submission.payload

/** Nothing is done to the result. */
export const applyIntent = (result: unknown) => result

/** What Conform's own buttons would say, and what defines one: there are none. */
export const serializeIntent = () => ''
export const defineIntent = (intent: unknown) => intent
