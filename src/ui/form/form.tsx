import { type ReactNode, useActionState } from 'react'
import { leftAlone } from '#src/lib/forms/left-alone.ts'
import type { Report } from '#src/lib/forms/report.ts'
import { Composing } from './composing.ts'
import { FormState } from './form-state.tsx'
import { NewsSummary } from './news-summary.tsx'
import { usePatience } from './use-patience.tsx'
import { useQuietDraft } from './use-quiet-draft.ts'

export type FormAction = (shown: Report | null, data: FormData) => Promise<Report | null>

/**
 * One form and what came back from its action. It owns the title of its page, because only it knows whether the
 * page shows an error. It works as plain HTML; with scripts Conform keeps the values after a refusal.
 * @param values what the fields hold before anybody typed, by field name
 * @param draft the version of the draft among them, 0 for none; null for a form without drafts
 * @param kept says that they hold what was kept, when they do
 * @param shown what came back from the action when the form was sent to it under a former name
 */
export function Form(props: {
  id: string
  action: FormAction
  token: string
  title: string
  told?: string
  hidden: Record<string, string>
  values: Record<string, string>
  draft: number | null
  kept: ReactNode
  shown: Report | null
  children: ReactNode
}) {
  const { send, submitted, notice, later } = usePatience(props.action, props.id)
  // The empty permalink leaves the form's address as it is, and lets a report find its form again by the action alone,
  // not also by its place in a page that may have been built anew or could not be read.
  const [report, action, pending] = useActionState(send, props.shown, '')
  const quiet = useQuietDraft(props.id, props.action, props.draft, pending, later?.saveQuietly)
  const untouched = leftAlone(report?.result.submission.payload ?? {})
  const hidden = { ...props.hidden, ...untouched, ...report?.hidden }
  return (
    <FormState
      id={props.id}
      title={props.title}
      told={props.told}
      result={report?.result}
      occasion={report}
      values={props.values}
      above={report ? report.news && <NewsSummary news={report.news} /> : props.kept}
      below={notice}
      action={action}
      onSubmitCapture={submitted}
      aria-busy={pending || undefined}
    >
      <input type="hidden" name="k" value={report?.token ?? props.token} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {quiet.version !== null && <input type="hidden" name="draft" value={quiet.version} />}
      <Composing
        value={{
          overtaken: report?.news !== undefined,
          hasDraft: (quiet.version ?? 0) > 0,
          action: props.action,
          later,
        }}
      >
        {props.children}
      </Composing>
      {quiet.version !== null && (
        <p className="hint" aria-live="polite">
          {quiet.said}
        </p>
      )}
    </FormState>
  )
}
