import { useEffect, useRef, useState } from 'react'
import type { Action } from './patience.tsx'
import type { saveQuietly } from './quiet-draft.ts'

/**
 * The draft of a form, which is saved as somebody writes from when what saves it is here.
 * @param id of the form
 * @param draft the version of the draft that the page shows, 0 for none; null for a form without drafts
 * @param pending whether the form is being sent, which ends the saving
 * @param quietly what saves it, when it is here
 */
export function useQuietDraft(
  id: string,
  action: Action,
  draft: number | null,
  pending: boolean,
  quietly: typeof saveQuietly | undefined,
) {
  const [version, setVersion] = useState(draft)
  const [shown, setShown] = useState(draft)
  const [said, say] = useState('')
  const unsaved = useRef(0)

  // A page that was rendered anew knows the draft better than what was saved before it.
  if (draft !== shown) {
    setShown(draft)
    setVersion(draft)
  }

  useEffect(() => {
    const form = document.forms.namedItem(id)
    if (form && quietly && !pending)
      return quietly(form, { action, hasDrafts: draft !== null, unsaved, kept: setVersion, say })
  }, [id, action, draft, pending, quietly])

  return { version, said }
}
