import { parseArgs } from 'node:util'
import { z } from 'zod'
import { Complaint } from '#src/commands/terminal.ts'
import { inviteForm } from '#src/people/forms.ts'
import { roles } from '#src/people/roles.ts'

const usage = `
  npm run people -- admin add --email ada@example.org --name "Ada Lindqvist"
  npm run people -- agent add --email mira@example.org --name "Mira Okafor" --team "Ferries"

Each prints a link at which the person sets a password. With --password-from-stdin the password is read from the
standard input instead, and no link is made.`

const options = {
  email: { type: 'string' },
  name: { type: 'string' },
  team: { type: 'string' },
  'password-from-stdin': { type: 'boolean', default: false },
} as const

const wish = inviteForm.extend({
  role: z.enum(roles, { error: 'Say `admin add` or `agent add`.' }),
  verb: z.literal('add', { error: 'Say `admin add` or `agent add`.' }),
  passwordFromStdin: z.boolean(),
})

/** Whom the words of the command line ask to add. */
export type Wish = z.output<typeof wish>

/** Reads the words after `npm run people --`. Throws a Complaint with each thing that is wrong, and the usage. */
export function wishFrom(words: string[]): Wish {
  const { values, positionals } = read(words)
  const [role, verb, ...more] = positionals
  if (more.length > 0) throw new Complaint(`There is a word too many: ${more.join(' ')}\n${usage}`)
  const { 'password-from-stdin': passwordFromStdin, ...rest } = values
  const found = wish.safeParse({ role, verb, passwordFromStdin, ...rest })
  if (found.success) return found.data
  const wrong = new Set(found.error.issues.map(issue => issue.message))
  throw new Complaint(`${[...wrong].join('\n')}\n${usage}`)
}

function read(words: string[]) {
  try {
    return parseArgs({ args: words, options, allowPositionals: true })
  } catch (error) {
    throw new Complaint(`${error instanceof Error ? error.message : error}\n${usage}`)
  }
}
