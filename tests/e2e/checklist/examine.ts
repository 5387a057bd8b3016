import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { forms } from './rules/forms.ts'
import { geometry } from './rules/geometry.ts'
import { makeKit, type Rule } from './rules/kit.ts'
import { structure } from './rules/structure.ts'
import { wording } from './rules/words.ts'

export const rules: Record<string, Rule> = { ...structure, ...wording, ...forms, ...geometry }

type Look = { width: number; media: Parameters<Page['emulateMedia']>[0] }

const light = { colorScheme: 'light', forcedColors: 'none' } as const
const dark = { colorScheme: 'dark', forcedColors: 'none' } as const
const forced = { colorScheme: 'light', forcedColors: 'active' } as const
/** The order changes one thing at a time, because each change costs a layout of the page. */
const looks: Record<string, Look> = {
  '1280 light': { width: 1280, media: light },
  '1280 dark': { width: 1280, media: dark },
  '1280 forced': { width: 1280, media: forced },
  '320 forced': { width: 320, media: forced },
  '320 dark': { width: 320, media: dark },
  '320 light': { width: 320, media: light },
}

/** Holds every rule against the page that is shown, in every look. Resolves to the faults, each with its looks. */
export async function faultsOf(page: Page): Promise<string[]> {
  const seen = new Map<string, string[]>()
  for (const [name, { width, media }] of Object.entries(looks)) {
    await page.emulateMedia(media)
    await page.setViewportSize({ width, height: 800 })
    for (const fault of new Set(await page.evaluate<string[]>(question)))
      seen.set(fault, [...(seen.get(fault) ?? []), name])
  }
  const everywhere = Object.keys(looks).length
  return [...seen].map(([fault, where]) =>
    where.length === everywhere ? fault : `${fault} (${where.join(', ')})`,
  )
}

// One question for all rules: each is a function that runs in the page and is handed what the rules share.
const answers = Object.entries(rules).map(
  ([name, rule]) => `...(${rule})(kit).map(fault => ${JSON.stringify(`${name}: `)} + fault)`,
)
const question = `(() => { const kit = (${makeKit})(); return [${answers.join(',\n')}] })()`

const criteria = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const everyRule = { ...tagged(criteria), rules: { 'color-contrast-enhanced': { enabled: true } } }
const colours = { runOnly: { type: 'rule', values: ['color-contrast', 'color-contrast-enhanced'] } }

/** What axe finds, with the stricter rule for contrast, in light and in dark. What it cannot decide is no fault. */
export async function axeFaultsOf(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.emulateMedia(light)
  await page.evaluate(axe.source)
  const inLight = await axeFinds(page, everyRule)
  await page.emulateMedia(dark)
  return [...inLight, ...(await axeFinds(page, colours)).map(fault => `${fault} (dark)`)]
}

async function axeFinds(page: Page, options: object): Promise<string[]> {
  const run = `axe.run(document, ${JSON.stringify({ ...options, resultTypes: ['violations'] })})`
  const { violations } = await page.evaluate<axe.AxeResults>(run)
  return violations.map(
    ({ id, nodes }) => `axe ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )
}

function tagged(values: string[]) {
  return { runOnly: { type: 'tag', values } }
}
