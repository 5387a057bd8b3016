import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { agents, teams } from '#src/lib/db/tables/people.ts'
import type { FieldChange } from '#src/lib/db/tables/ticket-history.ts'
import { mergeForm } from '#src/lib/forms/merge-form.ts'
import { Refusal } from '#src/lib/refusal.ts'
import type { Ticket } from './find.ts'
import type { composeForm } from './forms.ts'
import { priorityWords, statusWords } from './status.ts'
import type { Work } from './work.ts'

type Composed = z.output<typeof composeForm>
type Fields = 'status' | 'priority' | 'assignee' | 'team'
export type FieldForm = Partial<Pick<Composed, Fields | `was${Capitalize<Fields>}`>>
type Asked = Pick<Work, 'status' | 'priority' | 'assigneeId' | 'team'>

/**
 * What a form asks to change on a ticket, given what its page had shown (`was…`); null for nothing. Fields that somebody
 * else set differently meanwhile are refused, each with what stands now. An empty choice of assignee or team stands for
 * nobody. `own` is what this person changed after that page was made.
 */
export async function mergeFields(
  tx: Tx,
  ticket: Ticket,
  form: FieldForm,
  own: readonly FieldChange[] = [],
): Promise<Asked | null> {
  const now = {
    status: ticket.status,
    priority: ticket.priority,
    assignee: ticket.assigneeId ?? '',
    team: ticket.team ?? '',
  }
  const { asked, overtaken, hidden } = mergeForm<Fields>(now, form)
  const isOwn = (field: Fields) =>
    own.some(change => change.field === field && (change.to ?? '') === now[field])
  const lost = overtaken.filter(field => !isOwn(field))
  if (lost.length > 0) {
    const words = await Promise.all(lost.map(field => overtakenWords[field](tx, ticket)))
    throw new Refusal(words.join(' '), lost[0], { hidden })
  }
  if (asked.length === 0) return null
  const wanted = new Set(asked)
  return {
    status: wanted.has('status') ? form.status : undefined,
    priority: wanted.has('priority') ? form.priority : undefined,
    assigneeId: wanted.has('assignee') ? form.assignee || null : undefined,
    team: wanted.has('team') ? form.team || null : undefined,
  }
}

const overtakenWords: Record<Fields, (tx: Tx, ticket: Ticket) => Promise<string>> = {
  status: async (_tx, ticket) =>
    `A colleague set the status to “${statusWords[ticket.status].name}” after you opened this page. Choose again.`,
  priority: async (_tx, ticket) =>
    `A colleague set the priority to “${priorityWords[ticket.priority].name}” after you opened this page. Choose again.`,
  assignee: async (tx, ticket) => {
    const name = await assigneeName(tx, ticket)
    return name
      ? `A colleague gave this ticket to ${name} after you opened this page. Choose again.`
      : 'A colleague took the assignee off this ticket after you opened this page. Choose again.'
  },
  team: async (tx, ticket) => {
    const [team] = ticket.team ? await tx.select().from(teams).where(eq(teams.id, ticket.team)) : []
    return team
      ? `A colleague moved this ticket to the team “${team.name}” after you opened this page. Choose again.`
      : 'A colleague took this ticket out of its team after you opened this page. Choose again.'
  },
}

/** The name of whoever has the ticket; undefined for nobody. */
export async function assigneeName(tx: Tx, ticket: Ticket): Promise<string | undefined> {
  if (!ticket.assigneeId) return undefined
  const [person] = await tx
    .select({ name: user.name })
    .from(agents)
    .innerJoin(user, eq(user.id, agents.userId))
    .where(eq(agents.id, ticket.assigneeId))
  return person?.name
}
