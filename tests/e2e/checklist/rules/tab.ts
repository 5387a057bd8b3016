import type { Page } from '@playwright/test'

/** What a stop of Tab looks like: its place among all stops, and what is wrong with it. */
type Stop = { at: number; faults: string[] }

/** Presses Tab through the whole page. Resolves to what is wrong with its stops. */
export async function walk(page: Page): Promise<string[]> {
  const stops = await page.evaluate<number>(stopsOf)
  const faults: string[] = []
  for (let at = 0; at < stops; at++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate<Stop>(thisStop)
    faults.push(...stop.faults)
    if (stop.at !== at)
      return [...faults, `27: stop ${at + 1} of ${stops} is part ${stop.at + 1} of the source`]
  }
  return faults
}

/** The skip link is the first stop, and leads into the content: the next stop is in it. */
export async function skip(page: Page): Promise<string[]> {
  await page.keyboard.press('Tab')
  const first = await page.evaluate(() => document.activeElement?.className)
  if (first !== 'skip') return [`14: the first stop is not the skip link but ${first}`]
  await page.keyboard.press('Enter')
  const then = await page.evaluate(() => document.activeElement?.id)
  return then === 'main' ? [] : [`14: the first stop is the skip link, and leads to ${then}`]
}

// What nobody is told of, Tab passes over. A group of radio buttons is one stop: the chosen one, else the first.
const stopsOf = `(() => {
  const parts = [...document.querySelectorAll('a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex="0"]')]
    .filter(part => !(part.tabIndex < 0 && part.closest('[aria-hidden="true"]')) && part.checkVisibility({ visibilityProperty: true }) && !part.disabled)
  const group = part => [...document.getElementsByName(part.name)].filter(one => one.form === part.form)
  const stop = part => part.type !== 'radio' || part === (group(part).find(one => one.checked) ?? group(part)[0])
  window.stops = parts.filter(stop)
  return window.stops.length
})()`

const thisStop = `(() => {
  const part = document.activeElement
  const called = part.localName + ' “' + (part.textContent || part.name || '').trim().slice(0, 40) + '”'
  const { outlineStyle, outlineWidth } = getComputedStyle(part)
  const { top, bottom, left, right, width, height } = part.getBoundingClientRect()
  const faults = []
  if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) faults.push('29: no ring round ' + called)
  // A browser brings the caret into sight, not the whole of a tall field.
  const inSight = top < innerHeight && bottom > 0
  if (!inSight || left < 0 || right > innerWidth + 1) faults.push('30: out of sight: ' + called)
  const over = document.elementFromPoint(left + width / 2, Math.min(Math.max(top + height / 2, 1), innerHeight - 1))
  if (inSight && over && !part.contains(over) && !over.contains(part)) faults.push('30: covered: ' + called)
  return { at: window.stops.indexOf(part), faults }
})()`
