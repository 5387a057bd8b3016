declare global {
  interface Window {
    /** What was typed into the form that was here last. On the window, so that the page for faults needs no module for it. */
    leftBehind?: string[]
  }
}

/** Remembers what was typed into a form that is taken off the page, until the page itself goes. No passwords. */
export function leaveBehind(id: string): void {
  const fields = document.forms
    .namedItem(id)
    ?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('textarea, [type=text]')
  window.leftBehind = [...(fields ?? [])].map(field => field.value.trim()).filter(Boolean)
}
