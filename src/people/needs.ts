import type { communicationNeeds } from '#src/lib/db/tables/people.ts'

export type Need = (typeof communicationNeeds.$inferSelect)['needs'][number]

/** What somebody may need of us, so that they can read and answer, in the order in which it is asked. */
export const needs = [
  'print',
  'plain',
  'files',
  'writing',
  'relay',
  'signing',
  'interpreter',
  'time',
] as const satisfies readonly Need[]

/** A need by its name, and what it asks of whoever answers. */
export const needWords: Record<Need, { name: string; meaning: string }> = {
  print: { name: 'Large print', meaning: 'Letters and attachments in large type.' },
  plain: { name: 'Plain language', meaning: 'Short sentences and everyday words.' },
  files: { name: 'Files that can be read aloud', meaning: 'Attachments that work with a screen reader.' },
  writing: { name: 'In writing, no phone calls', meaning: 'Write here or by mail.' },
  relay: { name: 'Calls by text or video relay', meaning: 'A relay service takes part in each call.' },
  signing: { name: 'Sign language', meaning: 'A sign language interpreter for meetings and calls.' },
  interpreter: { name: 'An interpreter', meaning: 'Somebody who speaks another language.' },
  time: { name: 'More time', meaning: 'Longer than usual to read and to answer.' },
}
