import { compose } from '#actions/tickets/compose.ts'
import { MessageLanguage } from '#app/message-language.tsx'
import type { Agent } from '#src/lib/actor.ts'
import type { DeskTicket } from '#src/tickets/desk-queries.ts'
import { lastLanguageOf } from '#src/tickets/last-language.ts'
import { deskPath } from '#src/tickets/paths.ts'
import type { QueueName } from '#src/tickets/queue-names.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { priorities, priorityWords, statusWords } from '#src/tickets/status.ts'
import { Choices, ComposerButtons } from '#src/ui/browser.tsx'
import { FileField } from '#src/ui/form/file-field.tsx'
import { optionsOf } from '#src/ui/form/options.ts'
import { Select } from '#src/ui/form/select.tsx'
import { SignedForm } from '#src/ui/form/signed-form.tsx'
import { TextArea } from '#src/ui/form/text-area.tsx'
import { Still } from '#src/ui/still.tsx'

type Named = { id: string; name: string }
type Props = {
  agent: Agent
  found: DeskTicket
  people: Named[]
  teams: Named[]
  queue: QueueName | undefined
  version: string
}

const take: [string, string] = ['take', 'Take it']

/** The one form of an agent's day: a reply or a note, and with it status, priority, assignee and team. */
export function ComposerForm({ agent, found, people, teams, queue, version }: Props) {
  const { ticket } = found
  const before = lastLanguageOf(found.messages, agent)
  const hidden = {
    reference: ticket.reference,
    seen: String(ticket.lastEventSeq),
    shown: version,
    queue: queue ?? '',
    wasStatus: ticket.status,
    wasPriority: ticket.priority,
    wasAssignee: ticket.assigneeId ?? '',
    wasTeam: ticket.team ?? '',
  }
  return (
    <section className="compose">
      <h2>Reply or note</h2>
      <SignedForm
        name="tickets.compose"
        action={compose}
        person={agent.userId}
        title={`${ticket.subject} – Ticket ${formatReference(ticket.reference)} – Holdfast`}
        hidden={hidden}
        writes="what you wrote"
        values={{
          kind: ticket.status === 'closed' ? 'note' : 'reply',
          language: before,
          priority: ticket.priority,
          assignee: ticket.assigneeId ?? '',
          team: ticket.team ?? '',
        }}
      >
        <Choices
          name="kind"
          label="What are you writing?"
          choices={[
            { value: 'reply', label: 'A public reply', hint: 'The customer reads it here and by mail.' },
            { value: 'note', label: 'An internal note', hint: 'The customer never sees it.' },
          ]}
        />
        <TextArea name="body" label="Your text" hint="An empty line begins a paragraph." rows={10} />
        <MessageLanguage before={before} />
        <FileField />
        <Select
          name="status"
          label="Status"
          hint="As usual: pending after a reply, the same after a note."
          options={[
            { value: '', label: 'As usual' },
            ...(['open', 'pending', 'solved'] as const).map(value => ({
              value,
              label: statusWords[value].name,
            })),
          ]}
        />
        <div className="row">
          <Select
            name="priority"
            label="Priority"
            options={priorities.map(value => ({ value, label: priorityWords[value].name }))}
          />
          <Select
            name="assignee"
            label="Assignee"
            options={optionsOf(people, 'Nobody', { id: ticket.assigneeId, name: found.assignee })}
          />
          <Select
            name="team"
            label="Team"
            options={optionsOf(teams, 'No team', { id: ticket.team, name: found.teamName })}
          />
        </div>
        <ComposerButtons
          send="Send"
          others={[
            ['send-next', 'Send and take the next in this queue'],
            ...(ticket.assigneeId === null && ticket.status !== 'closed' ? [take] : []),
          ]}
          look
        />
      </SignedForm>
      <Still tag="ul" className="ways">
        <li>
          <a href={`${deskPath(ticket.reference)}/reply`}>Write a reply on a page of its own</a>
        </li>
        <li>
          <a href={`${deskPath(ticket.reference)}/note`}>Write a note on a page of its own</a>
        </li>
      </Still>
    </section>
  )
}
