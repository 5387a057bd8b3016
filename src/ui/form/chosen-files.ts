/**
 * Hears of every file that is chosen in the field of a form, pasted into the form or dropped on it.
 * @returns what ends the hearing
 */
export function hearFiles(form: HTMLFormElement, field: HTMLInputElement, take: (files: File[]) => void) {
  const listening = new AbortController()
  const hear = <Kind extends keyof HTMLElementEventMap>(
    kind: Kind,
    heard: (event: HTMLElementEventMap[Kind]) => void,
  ) => form.addEventListener(kind, heard as EventListener, listening)

  function takeChosen() {
    const files = [...(field.files ?? [])]
    // Else they would go with the form once more.
    field.value = ''
    if (files.length > 0) take(files)
  }

  function takeFrom(event: Event, data: DataTransfer | null, named = (file: File) => file) {
    const files = [...(data?.files ?? [])]
    // What comes with a text, such as the picture of cells of a table, is meant as text.
    if (files.length === 0 || data?.types.includes('text/plain')) return
    event.preventDefault()
    take(files.map(named))
  }

  hear('change', ({ target }) => target === field && takeChosen())
  hear('paste', event => takeFrom(event, event.clipboardData, pastedName))
  // The field takes what is dropped on it by itself, and says so as for what is chosen.
  hear('dragover', event => {
    if (event.target !== field && event.dataTransfer?.types.includes('Files')) event.preventDefault()
  })
  hear('drop', event => event.target !== field && takeFrom(event, event.dataTransfer))
  // What was chosen before this was here, unless it is being sent with the form just now.
  if (form.ariaBusy !== 'true') takeChosen()
  return () => listening.abort()
}

/** Browsers call every picture of the clipboard the same. */
function pastedName(file: File): File {
  const ending = /^image(\.\w+)$/.exec(file.name)?.[1]
  if (!ending) return file
  const now = new Date()
  const two = (number: number) => String(number).padStart(2, '0')
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-')
  return new File([file], `Screenshot ${day} ${two(now.getHours())}.${two(now.getMinutes())}${ending}`, file)
}
