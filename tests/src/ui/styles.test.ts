import { readdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'

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
  expect(all.replace(/@import "\.\/\w+\.css" layer\(\w+\);/g, '')).not.toMatch(/url\(|@font-face|@import/)
})

test('the styles know start and end, never left and right, so that they turn with the direction of writing', () => {
  const rules = all.replace(/@media[^{]+/g, '')
  expect(rules).not.toMatch(
    /\b(left|right)\b|(margin|padding|border)-(top|bottom)|[\s;{](min-|max-)?(width|height):/,
  )
})

test('every file of styles is imported, in a layer that has its place in the order', () => {
  const index = read('index.css')
  const order = index.match(/@layer ([^;]+);/)?.[1]?.split(', ')
  const imported = [...index.matchAll(/@import "\.\/(\w+)\.css" layer\((\w+)\)/g)].map(([, file, layer]) => [
    file,
    layer,
  ])
  expect(imported.map(([, layer]) => layer)).toEqual(order)
  expect(imported.map(([file]) => `${file}.css`).sort()).toEqual(
    files.filter(name => name !== 'index.css').sort(),
  )
})

test('all styles together stay under 16 kB, and under 4 kB with Brotli', () => {
  expect(Buffer.byteLength(all)).toBeLessThan(16_000)
  expect(brotliCompressSync(all).length).toBeLessThan(4_000)
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
