/** Why a form that was sent has no answer yet, for the live region of the form; `onStop` where waiting can be ended. */
export function ConnectionNotice({ words, canStop, onStop }: Standing & { onStop?: () => void }) {
  return (
    <>
      <p>{words}</p>
      {canStop && (
        <button type="button" className="quiet" onClick={onStop}>
          Stop waiting
        </button>
      )}
    </>
  )
}

/** How it stands with a form that was sent, as far as the browser can tell, in words. */
export type Standing = { words: string; canStop: boolean }
