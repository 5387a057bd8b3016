import type { RefObject } from 'react'
import type { DraftAnswer } from '#src/lib/forms/report.ts'
import type { Action } from './patience.tsx'

const everyMs = 10_000

const words: Partial<Record<DraftAnswer, string>> = {
  elsewhere: 'Another window keeps other words as a draft of this, so this text is not saved as you write.',
  'signed-out': 'You are signed out, so this text is not saved as you write. It is kept when you send it.',
}

type Given = {
  action: Action
  hasDrafts: boolean
  /** How much was written that no draft holds. */
  unsaved: RefObject<number>
  kept: (version: number) => void
  say: (words: string) => void
}

/**
 * Keeps what is being typed as a draft, at most every ten seconds, through the form's own action, and says so once. Asks
 * before the page is left with words of one's own in it that no draft holds.
 * @returns what ends it
 */
export function saveQuietly(form: HTMLFormElement, given: Given): () => void {
  const { action, hasDrafts, unsaved, kept, say } = given
  let timer: ReturnType<typeof setTimeout> | undefined
  let ended = false

  async function save() {
    timer = undefined
    const changes = unsaved.current
    const data = new FormData(form)
    data.set('intent', 'draft-quietly')
    // What was chosen and not attached yet would be sent every time.
    data.delete('upload')
    const answer = await action(null, data).catch(() => null)
    if (ended) return
    const draft = answer?.draft
    if (typeof draft === 'number') {
      kept(draft)
      say('Your draft is saved as you write.')
    } else if (draft !== undefined) say(words[draft] ?? '')
    if (typeof draft === 'number' || draft === 'nothing') unsaved.current -= changes
    if (unsaved.current > 0 && draft !== 'elsewhere' && draft !== 'signed-out')
      timer ??= setTimeout(save, everyMs)
  }

  function written({ target }: Event) {
    if (isOwnWords(target)) changed()
  }

  function changed() {
    unsaved.current += 1
    if (hasDrafts) timer ??= setTimeout(save, everyMs)
  }

  function leaving(event: BeforeUnloadEvent) {
    if (unsaved.current > 0) event.preventDefault()
  }

  // What was written before this was here, or what the browser has put back.
  if ([...form.elements].some(field => isOwnWords(field) && field.value !== field.defaultValue)) changed()
  form.addEventListener('input', written)
  form.addEventListener('relisted', changed)
  addEventListener('beforeunload', leaving)
  return () => {
    ended = true
    clearTimeout(timer)
    form.removeEventListener('input', written)
    form.removeEventListener('relisted', changed)
    removeEventListener('beforeunload', leaving)
  }
}

function isOwnWords(target: EventTarget | null): target is HTMLTextAreaElement | HTMLInputElement {
  return (
    target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text')
  )
}
