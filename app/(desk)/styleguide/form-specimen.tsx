'use client'

import type { SubmissionResult } from '@conform-to/dom/future'
import { FormProvider, useForm } from '@conform-to/react/future'
import { Choices } from '#src/ui/form/choices.tsx'
import { ConnectionNotice } from '#src/ui/form/connection-notice.tsx'
import { ErrorSummary } from '#src/ui/form/error-summary.tsx'
import { NewsSummary } from '#src/ui/form/news-summary.tsx'
import { Select } from '#src/ui/form/select.tsx'
import { TextArea } from '#src/ui/form/text-area.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'
import { Ticks } from '#src/ui/form/ticks.tsx'

const news = [
  { author: 'Mira Castellanos', at: '2026-11-23T14:31:00Z', body: 'I have just called her.', internal: true },
  {
    author: 'ليلى حداد',
    at: '2026-11-23T14:32:00Z',
    body: 'شكراً، أنتظر عند الرصيف.',
    internal: false,
    lang: 'ar',
    dir: 'rtl' as const,
  },
]

/** Every kind of field, as it is and, after it was sent, as it looks when it was not accepted. */
export function FormSpecimen({ refused }: { refused: SubmissionResult<string[]> | null }) {
  const { form } = useForm<Record<string, string>, string[]>({
    id: 'specimen',
    lastResult: refused,
    defaultValue: { priority: 'normal', large: 'yes' },
    onValidate: () => undefined,
    onError: () => undefined,
  })
  const problems = [
    ...(form.errors ?? []).map(words => ({ words, target: 'specimen' })),
    ...Object.entries(form.fieldErrors).flatMap(([name, all]) =>
      all.map(words => ({ words, target: form.getField(name).id })),
    ),
  ]
  return (
    <FormProvider context={form.context}>
      <h2>A form</h2>
      <p>
        It changes nothing.{' '}
        <a href="/styleguide?intent=send">See it as it comes back when it is not accepted</a>
      </p>
      {refused && <ErrorSummary problems={problems} occasion={refused} />}
      {refused && <NewsSummary news={news} />}
      <form className="form" id="specimen" method="get" noValidate>
        <TextField name="subject" label="One line" hint="A hint stands between the label and the field." />
        <TextField name="phone" label="One line that may stay empty" optional />
        <TextArea name="body" label="Many lines" rows={4} />
        <div className="row">
          <Select name="team" label="One of many" options={teams} />
          <Select name="assignee" label="Another beside it" options={[{ value: '', label: 'Nobody' }]} />
        </div>
        <Choices name="priority" label="One of a few" hint="All of them are in sight." choices={priorities} />
        <Ticks label="Any of a few" hint="Each is a field of its own." ticks={ticks} />
        <div className="buttons">
          <button type="submit" name="intent" value="send">
            Send it and see it refused
          </button>{' '}
          <button type="submit" name="intent" value="draft" className="quiet">
            A quieter way to send
          </button>{' '}
          <button type="submit" name="intent" value="remove" className="grave">
            What cannot be undone
          </button>{' '}
          <a href="/desk">Back to the desk</a>
        </div>
      </form>
      <ConnectionNotice standing="no-connection" onStop={() => undefined} />
    </FormProvider>
  )
}

const teams = [
  { value: 'access', label: 'Accessible travel' },
  { value: 'parcels', label: 'Parcels and post' },
]

const priorities = [
  { value: 'normal', label: 'Normal', hint: 'Something does not work as it should.' },
  {
    value: 'high',
    label: 'High',
    hint: 'Something important does not work, and there is no good way round it.',
  },
]

const ticks = [
  { name: 'large', label: 'Large print', hint: 'At least 18 points.' },
  { name: 'plain', label: 'Plain language' },
]
