import { isLanguage, ownNameOf } from '#src/lib/language.ts'
import { newsChoiceWords, topics, topicWords } from '#src/mail/topics.ts'
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
  ticket: { label: 'Reference of the ticket' },
  body: { label: 'Your text', rows: 10 },
  words: { label: 'In your own words', rows: 4 },
  name: { label: 'Name' },
  email: { label: 'Email address', type: 'email' },
  from: { label: 'Email address of whoever wrote it', type: 'email' },
  password: { label: 'Password', type: 'password' },
  description: { label: 'What it shows' },
  firstResponseMins: { label: 'Minutes to the first reply', ...minutes },
  nextReplyMins: { label: 'Minutes to each next reply', ...minutes },
  resolveMins: { label: 'Minutes to the solution', ...minutes },
}

type Chosen = { label: string; nameOf: (value: string) => string | undefined }

/** What is chosen from a few, in the words of the choice; other choices can only be named by the database. */
export const chosenFields: Record<string, Chosen> = {
  kind: {
    label: 'What you are writing',
    nameOf: among({ reply: { name: 'A public reply' }, note: { name: 'An internal note' } }),
  },
  priority: { label: 'Priority', nameOf: among(priorityWords) },
  status: { label: 'Status', nameOf: among(statusWords) },
  role: { label: 'Role', nameOf: among(roleWords) },
  version: {
    label: 'Version of the pages',
    nameOf: among({ light: { name: 'The light version' }, full: { name: 'The full version' } }),
  },
  language: {
    label: 'Language of this message',
    nameOf: tag => (isLanguage(tag) ? ownNameOf(tag) : undefined),
  },
  ...Object.fromEntries(
    needs.map(need => [need, { label: needWords[need].name, nameOf: among({ yes: { name: 'Yes' } }) }]),
  ),
  ...Object.fromEntries(
    topics.map(topic => [topic, { label: topicWords[topic].name, nameOf: among(newsChoiceWords) }]),
  ),
}

function among(choices: Record<string, { name: string }>): Chosen['nameOf'] {
  return value => choices[value]?.name
}

// What somebody writes about themself, so that their browser can fill it in; elsewhere it is about others.
const ownData: Record<string, Record<string, string>> = {
  'auth.sign-in': { email: 'username', password: 'current-password' },
  'auth.sign-up': { name: 'name', email: 'email', password: 'new-password' },
  'auth.forgot-password': { email: 'username' },
  'tickets.ask': { name: 'name', email: 'email' },
  'tickets.send-link': { email: 'email' },
  'auth.reset-password': { password: 'new-password' },
}

/** The `autocomplete` of a field of that form. */
export function autoCompleteOf(form: string, field: string): string {
  return ownData[form]?.[field] ?? 'off'
}
