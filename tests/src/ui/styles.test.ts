import { readdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { newerThan2018 } from '#tests/support/browsers-of-2018.ts'

const folder = new URL('../../../src/ui/styles/', import.meta.url)
const files = readdirSync(folder).filter(name => name.endsWith('.css'))
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8').replace(/\/\*.*?\*\//gs, '')
const all = files.map(read).join('\n')

const grounds = ['paper', 'wash']
const inks = ['ink', 'soft', 'kelp', 'alarm']
const parts = ['rule', 'ring', 'kelp', 'alarm']

/** The colours of `:root` under each condition, as later blocks override earlier ones in the browser. */
const blocks = [...read('tokens.css').matchAll(/(?:@media ([^{]+)\{\s*)?:root \{([^}]*)\}/g)].map(
  ([, condition = 'always', body = '']) => ({
    condition: condition.trim(),
    colours: Object.fromEntries(
      [...body.matchAll(/--(\w+): ([^;]+);/g)].map(([, name, value]) => [name, value]),
    ),
  }),
)

const dark = 'screen and (prefers-color-scheme: dark)'
const more = 'screen and (prefers-contrast: more)'
const darkMore = 'screen and (prefers-contrast: more) and (prefers-color-scheme: dark)'

const schemes = {
  light: ['always'],
  dark: ['always', dark],
  'light with more contrast': ['always', more],
  'dark with more contrast': ['always', dark, more, darkMore],
}

describe.each(Object.entries(schemes))('in %s', (_name, conditions) => {
  const colours: Record<string, string> = Object.assign(
    {},
    ...blocks.filter(block => conditions.includes(block.condition)).map(block => block.colours),
  )

  test('every ink reads at 7:1 on every ground', () => {
    for (const ground of grounds)
      for (const ink of inks)
        expect(contrast(colours, ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(7)
  })

  test('the words on a filled button or badge read at 7:1', () => {
    for (const fill of ['kelp', 'alarm'])
      expect(contrast(colours, 'paper', fill), `paper on ${fill}`).toBeGreaterThanOrEqual(7)
  })

  test('every rule, ring and filled part stands out at 3:1 on every ground', () => {
    for (const ground of grounds)
      for (const part of parts)
        expect(contrast(colours, part, ground), `${part} on ${ground}`).toBeGreaterThanOrEqual(3)
  })
})

test('each scheme of the tests is a block of the tokens, so that none is checked against nothing', () => {
  const known = blocks.map(block => block.condition)
  expect(known).toEqual(['always', dark, more, darkMore, '(forced-colors: active)'])
})

test('a colour is written in the tokens and nowhere else, except black ink in print', () => {
  const elsewhere = files.filter(name => name !== 'tokens.css' && name !== 'print.css')
  for (const name of elsewhere) expect(read(name), name).not.toMatch(/#[0-9a-f]{3,8}\b|rgb|hsl|oklch/i)
})

test('nothing moves, nothing sticks to the screen, no ring is taken away, no text is justified', () => {
  expect(all).not.toMatch(/animation|transition|@keyframes/)
  expect(all).not.toMatch(/position: *(fixed|sticky)/)
  expect(all).not.toMatch(/outline(-width|-style)?: *(0|none)/)
  expect(all).not.toMatch(/text-align: *justify|box-shadow|text-shadow/)
})

test('the styles ask for no other file: no font, no image', () => {
  expect(all.replace(/@import "\.\/\w+\.css";/g, '')).not.toMatch(/url\(|@font-face|@import/)
})

test('the styles know no left and no right, so that they turn with the direction of writing', () => {
  const sided = /\b(left|right)\b|(margin|padding|border-width|inset): *\S+ +(\S+) +\S+ +(?!\2[;\s])\S+;/
  expect(all.replace(/border-width: 0 0 0 1px/, '')).not.toMatch(sided)
})

test('every file of styles is imported once', () => {
  const imported = [...read('index.css').matchAll(/@import "\.\/(\w+\.css)";/g)].map(([, file]) => file)
  expect(imported.sort()).toEqual(files.filter(name => name !== 'index.css').sort())
})

describe('The styles are written for browsers of 2018', () => {
  test('what is newer only adds, and they lose nothing by not knowing it', () => {
    expect(newerThan2018(all)).toEqual([])
  })

  test.each([
    '@layer base { a { color: red } }',
    '@container (min-width: 40rem) { a { color: red } }',
    '@media (width >= 40rem) { a { color: red } }',
    'form:has(input) { display: none }',
    ':is(h1, h2) { margin: 0 }',
    'a:hover, [tabindex]:focus-visible { outline: 3px solid }',
    'nav { a { color: red } }',
    'p { margin-block: 1rem }',
    'p { margin-inline-end: 1rem }',
    'ul { gap: 1rem }',
    'p { inset: 0 }',
    'h1 { font-size: clamp(1rem, 2vw, 2rem) }',
    'a { color: oklch(40% 0.1 150) }',
    'main { height: 100dvh }',
    'div { display: contents }',
  ])('%s would be found', css => {
    expect(newerThan2018(css)).not.toEqual([])
  })
})

test('all styles together stay under 17 kB, and under 3.6 kB with Brotli before they are made smaller', () => {
  expect(Buffer.byteLength(all)).toBeLessThan(17_000)
  expect(brotliCompressSync(all).length).toBeLessThan(3_600)
})

/** WCAG 2.2, contrast ratio: between 1 and 21. */
function contrast(colours: Record<string, string>, one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(colours, one), luminance(colours, other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colours: Record<string, string>, name: string): number {
  const value = colours[name] ?? ''
  const alias = value.match(/^var\(--(\w+)\)$/)?.[1]
  if (alias) return luminance(colours, alias)
  const [r = 0, g = 0, b = 0] = channels(name, value)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function channels(name: string, value: string): number[] {
  const digits = value.match(/^#(..)(..)(..)$/)?.slice(1)
  if (!digits) throw new Error(`--${name} is not a colour of six digits: ${value}`)
  return digits.map(pair => {
    const share = Number.parseInt(pair, 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
}
