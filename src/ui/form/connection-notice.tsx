import type { Standing } from './patience.ts'

type ConnectionNoticeProps = { standing: Standing | undefined; onStop?: () => void }

/** Says why a form that was sent has no answer yet. The live region is there before it has anything to say. */
export function ConnectionNotice({ standing, onStop }: ConnectionNoticeProps) {
  return (
    <div aria-live="polite" className={standing && 'notice'}>
      {standing && <p>{standing.words}</p>}
      {standing?.canStop && (
        <button type="button" className="quiet" onClick={onStop}>
          Stop waiting
        </button>
      )}
    </div>
  )
}
