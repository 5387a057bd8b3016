import { needs, needWords } from '#src/people/needs.ts'
import { roleWords } from '#src/people/roles.ts'
import { priorityWords, statusWords } from '#src/tickets/status.ts'

type Typed = {
  label: string
  /** How many lines it is high; left out for a field of one line. */
  rows?: number
  type?: 'email' | 'password'
  inputMode?: 'numeric'
}

const minutes = { inputMode: 'numeric' } as const

/** The fields in which people write, by name and whatever the form, as the page that stands in for others shows them. */
export const typedFields: Record<string, Typed> = {
  subject: { label: 'Subject' },
  body: { label: 'Your text', rows: 10 },
  words: { label: 'In your own words', rows: 4 },
  name: { label: 'Name' },
  email: { label: 'Email address', type: 'email' },
  password: { label: 'Password', type: 'password' },
  firstResponseMins: { label: 'Minutes to the first reply', ...minutes },
  nextReplyMins: { label: 'Minutes to each next reply', ...minutes },
  resolveMins: { label: 'Minutes to the solution', ...minutes },
}

type Chosen = { label: string; choices: Record<string, { name: string }> }

/** What is chosen from a few, in the words of the choice; other choices can only be named by the database. */
export const chosenFields: Record<string, Chosen> = {
  kind: {
    label: 'What you are writing',
    choices: { reply: { name: 'A public reply' }, note: { name: 'An internal note' } },
  },
  priority: { label: 'Priority', choices: priorityWords },
  status: { label: 'Status', choices: statusWords },
  role: { label: 'Role', choices: roleWords },
  version: {
    label: 'Version of the pages',
    choices: { light: { name: 'The light version' }, full: { name: 'The full version' } },
  },
  ...Object.fromEntries(
    needs.map(need => [need, { label: needWords[need].name, choices: { yes: { name: 'Yes' } } }]),
  ),
}

// What somebody writes about themself, so that their browser can fill it in; elsewhere it is about others.
const ownData: Record<string, Record<string, string>> = {
  'auth.sign-in': { email: 'username', password: 'current-password' },
  'auth.sign-up': { name: 'name', email: 'email', password: 'new-password' },
  'auth.forgot-password': { email: 'username' },
  'auth.reset-password': { password: 'new-password' },
}

/** The `autocomplete` of a field of that form. */
export function autoCompleteOf(form: string, field: string): string {
  return ownData[form]?.[field] ?? 'off'
}
