/** What a page with a refused form owes, told as faults. It runs in the page. */
export function refusal(optional: string[]): string[] {
  const words = (part: Element | null | undefined) => (part?.textContent ?? '').replace(/\s+/g, ' ').trim()
  const summary = document.querySelector('main .errors')
  if (!summary) return ['41 there is no summary of the errors']
  const faults = document.activeElement === summary ? [] : ['41 the summary does not have the focus']
  if (words(summary.querySelector('h2')) !== 'There is a problem')
    faults.push('41 the summary has no heading')
  const pointed = new Set<Element>()
  for (const link of summary.querySelectorAll('a')) {
    const target = document.getElementById(link.hash.slice(1))
    if (!target) faults.push(`41 “${words(link)}” leads nowhere`)
    if (!target || target.localName === 'form') continue
    pointed.add(target)
    const beside = words(target.closest('.field')?.querySelector('.error'))
    if (!beside.includes(words(link)))
      faults.push(`41 “${words(link)}” is not what stands beside: “${beside}”`)
  }
  const wrong = [...document.querySelectorAll('[aria-invalid="true"]')]
  for (const field of wrong) {
    const name = field.getAttribute('name') ?? ''
    if (!pointed.has(field)) faults.push(`37 ${name} is called wrong, and the summary does not say so`)
    if (optional.includes(name)) faults.push(`38 ${name} is called optional, and must not be empty`)
  }
  const fields = document.querySelectorAll<HTMLInputElement>('main form[novalidate] :is(input, textarea)')
  for (const field of fields) {
    if (field.closest('[aria-hidden="true"]')) continue
    if (['hidden', 'radio', 'checkbox', 'file'].includes(field.type) || field.value !== '') continue
    const accepted = !wrong.includes(field) && !optional.includes(field.name)
    if (accepted && wrong.length > 0) faults.push(`38 ${field.name} may be empty, and is not called optional`)
  }
  return faults
}
