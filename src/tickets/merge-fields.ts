import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { agents, teams } from '#src/lib/db/tables/people.ts'
import type { FieldChange } from '#src/lib/db/tables/ticket-history.ts'
import { Refusal } from '#src/lib/refusal.ts'
import type { Ticket } from './find.ts'
import type { composeForm } from './forms.ts'
import { priorityWords, statusWords } from './status.ts'
import type { Work } from './work.ts'

type Composed = z.output<typeof composeForm>
type Fields = 'status' | 'priority' | 'assignee' | 'team'
type Was = 'wasStatus' | 'wasPriority' | 'wasAssignee' | 'wasTeam'
export type FieldForm = Partial<Pick<Composed, Fields | Was>>

/**
 * What a form asks to change, given what its page had shown (`was…`). A field that this person left alone asks for
 * nothing, so it never undoes a colleague; fields that both changed differently are refused, each with what stands now.
 * An empty choice of assignee or team stands for nobody. `own` is what this person changed after that page was made.
 */
export async function mergeFields(
  tx: Tx,
  ticket: Ticket,
  form: FieldForm,
  own: readonly FieldChange[] = [],
): Promise<Pick<Work, 'status' | 'priority' | 'assigneeId' | 'team'>> {
  const overtaken: Fields[] = []
  const asks = (field: Fields, now: string | null, was?: string, wanted?: string) => {
    if (wanted === undefined || wanted === was || wanted === (now ?? '')) return false
    const isOwn = own.some(change => change.field === field && change.to === now)
    if (was !== (now ?? '') && !isOwn) overtaken.push(field)
    return true
  }
  const work = {
    status: asks('status', ticket.status, form.wasStatus, form.status) ? form.status : undefined,
    priority: asks('priority', ticket.priority, form.wasPriority, form.priority) ? form.priority : undefined,
    assigneeId: asks('assignee', ticket.assigneeId, form.wasAssignee, form.assignee)
      ? form.assignee || null
      : undefined,
    team: asks('team', ticket.team, form.wasTeam, form.team) ? form.team || null : undefined,
  }
  if (overtaken.length === 0) return work
  const words = await Promise.all(overtaken.map(field => overtakenWords[field](tx, ticket)))
  throw new Refusal(words.join(' '), overtaken[0])
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
