/** What the rules share. It runs in the page, so it can use nothing from outside itself. */
export function makeKit() {
  const all = (selector: string, within: ParentNode = document) => [
    ...within.querySelectorAll<HTMLElement>(selector),
  ]
  const shown = (part: Element) =>
    part.checkVisibility({ visibilityProperty: true }) && part.getBoundingClientRect().width > 0
  const words = (part: Element) =>
    (part.getAttribute('aria-label') ?? part.textContent ?? '').replace(/\s+/g, ' ').trim()
  const called = (part: Element) => {
    const sign = part.getAttribute('name') ?? part.id
    return `${part.localName}${sign && ` ${sign}`} “${words(part).slice(0, 50)}”`
  }
  /** Text for those who listen, and the skip link until it is focused. */
  const offScreen = (part: Element) => part.closest('.spoken, .skip') !== null
  /** What somebody typed; the rules for our own words do not bind it. */
  const typed = (part: Element) => part.closest('.prose, bdi') !== null
  const controls =
    'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex="0"], [contenteditable]'
  return { all, shown, words, called, offScreen, typed, controls }
}

type Kit = ReturnType<typeof makeKit>

/** Looks at the page it runs in and tells what is wrong there, each fault in a few words. */
export type Rule = (kit: Kit) => string[]
