import type { Report } from '#src/lib/forms/report.ts'

/** What stands in a form now, with the button that was pressed; undefined when the form is gone. */
export function typedIn(id: string, pressed: HTMLElement | null): FormData | undefined {
  const form = document.forms.namedItem(id)
  return form ? new FormData(form, pressed) : undefined
}

/**
 * A report of the browser's own, with everything that was typed. The next try is the same submission. It is put together
 * here, because what the server uses for that would come along.
 */
export function reportWith(
  words: string | null,
  data: FormData,
  fieldErrors: Record<string, string[]> = {},
): Report {
  const texts = [...data].filter(([, value]) => typeof value === 'string')
  const submission = { payload: Object.fromEntries(texts), fields: [...data.keys()], intent: null }
  const isChosen = [...data.values()].some(value => typeof value !== 'string' && value.size > 0)
  const said = isChosen ? `${words} Your files have to be chosen again.` : words
  const error = { formErrors: said === null ? [] : [said], fieldErrors }
  return { result: { submission, error }, token: String(data.get('k')) }
}

/** The report with what was typed after the form was sent, which the server cannot know. */
export function withWhatCameLater(report: Report, sent: FormData, now: FormData | undefined): Report {
  const { result } = report
  const payload = { ...result.submission.payload }
  for (const [name, value] of now ?? [])
    if (typeof value === 'string' && value !== sent.get(name)) payload[name] = value
  return { ...report, result: { ...result, submission: { ...result.submission, payload } } }
}
