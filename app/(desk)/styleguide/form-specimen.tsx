import type { SubmissionResult } from '@conform-to/dom/future'
import { Choices, FormState } from '#src/ui/browser.tsx'
import { ConnectionNotice } from '#src/ui/form/connection-notice.tsx'
import { NewsSummary } from '#src/ui/form/news-summary.tsx'
import { Select } from '#src/ui/form/select.tsx'
import { TextArea } from '#src/ui/form/text-area.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'
import { Ticks } from '#src/ui/form/ticks.tsx'
import { told } from '#src/ui/told.ts'

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
export function FormSpecimen(props: { title: string; refused: SubmissionResult<string[]> | undefined }) {
  return (
    <>
      <h2>A form</h2>
      <p>
        It changes nothing.{' '}
        <a href="/styleguide?intent=send">See it as it comes back when it is not accepted</a>
      </p>
      <FormState
        id="specimen"
        method="get"
        title={props.title}
        told={told()}
        result={props.refused}
        occasion={null}
        values={{ priority: 'normal', large: 'yes' }}
        above={props.refused && <NewsSummary news={news} />}
        below={
          <div className="notice">
            <ConnectionNotice {...standing} />
          </div>
        }
      >
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
      </FormState>
    </>
  )
}

const standing = {
  words: 'Waiting for a connection. Nothing is lost: what you wrote is sent as soon as there is one.',
  canStop: true,
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
