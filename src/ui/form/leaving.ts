/** Has the browser ask whether the page may be left, while this listens to `beforeunload`. */
export function askBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault()
}
