import type { ReactNode } from 'react'
import { noticeFrom } from '#app/notices.ts'
import { Shell } from '#app/shell.tsx'
import type { Agent } from '#src/lib/actor.ts'
import { inLanguage } from '#src/lib/language.ts'
import type { DeskTicket } from '#src/tickets/desk-queries.ts'
import { deskPath } from '#src/tickets/paths.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { ComposerButtons } from '#src/ui/browser.tsx'
import type { FormAction } from '#src/ui/form/form.tsx'
import { SignedForm } from '#src/ui/form/signed-form.tsx'

type Props = {
  agent: Agent
  query: Parameters<typeof noticeFrom>[0]
  found: DeskTicket
  heading: string
  name: string
  action: FormAction
  values?: Record<string, string>
  /** What the page shows of the fields, to tell later what this person left alone. */
  hidden?: Record<string, string>
  /** What one writes here, such as `your reply`; left out where one only chooses. */
  writes?: string
  send: string
  children: ReactNode
  /** What stands under the form, to be read beside it. */
  below?: ReactNode
}

/** A page with one small form about one ticket: one question, one button, and the way back. */
export async function FieldPage({ agent, query, found: { ticket }, heading, send, below, ...form }: Props) {
  const shown = formatReference(ticket.reference)
  const path = deskPath(ticket.reference)
  return (
    <Shell
      reader={agent}
      trail={[
        { href: '/desk', words: 'The desk' },
        { href: path, words: `Ticket ${shown}` },
      ]}
      here={heading}
      notice={await noticeFrom(query)}
    >
      <h1>{heading}</h1>
      <p>
        Ticket <span className="ref">{shown}</span>:{' '}
        <bdi {...inLanguage(ticket.subjectLanguage)}>{ticket.subject}</bdi>
      </p>
      <SignedForm
        name={form.name}
        action={form.action}
        person={agent.userId}
        title={`${heading} – Ticket ${shown} – Holdfast`}
        hidden={{ reference: ticket.reference, ...form.hidden }}
        values={form.values}
        writes={form.writes}
      >
        {form.children}
        {form.writes ? (
          <ComposerButtons send={send}>
            <a href={path}>Back to the ticket</a>
          </ComposerButtons>
        ) : (
          <div className="buttons">
            <button type="submit">{send}</button>
            <a href={path}>Back to the ticket</a>
          </div>
        )}
      </SignedForm>
      {below}
    </Shell>
  )
}
