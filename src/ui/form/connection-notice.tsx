import type { Standing } from './patience.ts'

const words: Record<Standing, string> = {
  sending: 'Sending. This takes a moment.',
  slow: 'This takes longer than usual. Nothing is lost.',
  'no-connection':
    'Waiting for a connection. Nothing is lost: what you wrote is sent as soon as there is one.',
  'no-answer':
    'The desk does not answer right now. Nothing is lost: what you wrote is sent as soon as it does.',
}

type ConnectionNoticeProps = { standing: Standing | undefined; onStop: () => void }

/** Says why a form that was sent has no answer yet. The live region is there before it has anything to say. */
export function ConnectionNotice({ standing, onStop }: ConnectionNoticeProps) {
  return (
    <div aria-live="polite" className={standing && 'notice'}>
      {standing && <p>{words[standing]}</p>}
      {standing?.startsWith('no') && (
        <button type="button" className="quiet" onClick={onStop}>
          Stop waiting
        </button>
      )}
    </div>
  )
}
