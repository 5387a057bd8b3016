'use client'

import { useEffect, useRef, useState } from 'react'
import type { DraftAnswer } from '#src/lib/forms/report.ts'
import type { FormAction } from './form.tsx'

const everyMs = 10_000

const words: Partial<Record<DraftAnswer, string>> = {
  elsewhere: 'Another window keeps other words as a draft of this, so this text is not saved as you write.',
  'signed-out': 'You are signed out, so this text is not saved as you write. It is kept when you send it.',
}

/**
 * With scripts: keeps what is being typed as a draft, at most every ten seconds, through the form's own action, and says
 * so once. Warns before the page is left with words of one's own in it that no draft holds.
 * @param id of the form
 * @param draft the version of the draft that the page shows, 0 for none; null for a form without drafts
 * @param pending whether the form is being sent, which ends the saving
 */
export function useQuietDraft(id: string, action: FormAction, draft: number | null, pending: boolean) {
  const [version, setVersion] = useState(draft)
  const [shown, setShown] = useState(draft)
  const [said, setSaid] = useState('')
  const unsaved = useRef(0)

  // A page that was rendered anew knows the draft better than what was saved before it.
  if (draft !== shown) {
    setShown(draft)
    setVersion(draft)
  }

  useEffect(() => {
    const form = document.getElementById(id)
    if (!(form instanceof HTMLFormElement) || pending) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let ended = false

    const save = async () => {
      timer = undefined
      const changes = unsaved.current
      const data = new FormData(form)
      data.set('intent', 'draft-quietly')
      const answer = await action(null, data).catch(() => null)
      if (ended) return
      const kept = answer?.draft
      if (typeof kept === 'number') {
        setVersion(kept)
        setSaid('Your draft is saved as you write.')
      } else if (kept !== undefined) setSaid(words[kept] ?? '')
      if (typeof kept === 'number' || kept === 'nothing') unsaved.current -= changes
      if (unsaved.current > 0 && kept !== 'elsewhere' && kept !== 'signed-out')
        timer ??= setTimeout(save, everyMs)
    }
    const written = ({ target }: Event) => {
      if (!isOwnWords(target)) return
      unsaved.current += 1
      if (draft !== null) timer ??= setTimeout(save, everyMs)
    }
    const leaving = (event: BeforeUnloadEvent) => {
      if (unsaved.current > 0) event.preventDefault()
    }
    form.addEventListener('input', written)
    window.addEventListener('beforeunload', leaving)
    return () => {
      ended = true
      clearTimeout(timer)
      form.removeEventListener('input', written)
      window.removeEventListener('beforeunload', leaving)
    }
  }, [id, action, draft, pending])

  return { version, said }
}

function isOwnWords(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text')
  )
}
