let texts: string[] = []

/** Remembers what was typed into a form that is taken off the page, until the page itself goes. No passwords. */
export function leaveBehind(id: string): void {
  const fields = document.forms
    .namedItem(id)
    ?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('textarea, [type=text]')
  texts = [...(fields ?? [])].map(field => field.value.trim()).filter(Boolean)
}

/** What was typed into the form that was here last. */
export function leftBehind(): string[] {
  return texts
}
