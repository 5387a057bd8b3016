import type { agents } from '#src/lib/db/tables/people.ts'

type Role = (typeof agents.$inferSelect)['role']

export const roles = ['agent', 'admin'] as const satisfies readonly Role[]

/** A role by its name, and what one can do in it. */
export const roleWords: Record<Role, { name: string; meaning: string }> = {
  agent: { name: 'Agent', meaning: 'Works on the tickets of the desk.' },
  admin: {
    name: 'Administrator',
    meaning: 'Works on tickets, and decides who works here, in which teams and by which targets.',
  },
}
