import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checks } from '#src/accessibility/checks.ts'
import { type Source, sourcesIn } from '#tests/support/sources.ts'

const app = sourcesIn('app')
const parts = sourcesIn('app', 'src/ui')
const holding = (sources: Source[], pattern: RegExp) =>
  sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path)
const styles = readdirSync('src/ui/styles')
  .filter(name => name.endsWith('.css'))
  .map(name => readFileSync(`src/ui/styles/${name}`, 'utf8').replace(/\/\*.*?\*\//gs, ''))
  .join('\n')

describe('The checklist is whole', () => {
  test('each of the 58 items has a test', () => {
    expect(Object.keys(checks).map(Number)).toEqual(Array.from({ length: 58 }, (_, at) => at + 1))
  })

  test('each test that an item names stands in its file', () => {
    const lost = Object.entries(checks).filter(
      ([, { file, name }]) => !existsSync(file) || !readFileSync(file, 'utf8').includes(name),
    )
    expect(lost.map(([item, { file, name }]) => `${item}: “${name}” in ${file}`)).toEqual([])
  })
})

describe('What can be told from the sources alone', () => {
  test('32 no key does something by itself', () => {
    expect(holding(parts, /accessKey|onKey(Down|Up|Press)|addEventListener\('key/)).toEqual([])
  })

  test('33 what is hovered over only gets another line', () => {
    const rules = [...styles.matchAll(/([^{}]*:hover[^{}]*)\{([^}]*)\}/g)].map(([, , body = '']) => body)
    const properties = rules.flatMap(body => [...body.matchAll(/([\w-]+):/g)].map(([, name = '']) => name))
    expect(rules.length).toBeGreaterThan(0)
    expect(
      properties.filter(name => !/^(text-(decoration|underline)|color|background|border|outline)/.test(name)),
    ).toEqual([])
    expect(holding(parts, /onMouse|onPointer|onHover/)).toEqual([])
  })

  test('34 nothing is dragged, drawn or shaken', () => {
    expect(holding(parts, /draggable|onDrag|onDrop|onTouch|<canvas|devicemotion|webkitSpeech/i)).toEqual([])
  })

  test('44 no button is switched off, and nothing is sent by choosing', () => {
    expect(holding(parts, /\bdisabled=|\bonChange=|requestSubmit|\.submit\(/)).toEqual([])
  })

  test('48 nothing asks for a puzzle, and nothing keeps a password from being pasted', () => {
    expect(holding(parts, /captcha|turnstile|onPaste|onCopy/i)).toEqual([])
  })

  test('55 no link opens another window, and no page reloads or leaves by itself', () => {
    expect(holding(parts, /target="|window\.open|http-equiv|httpEquiv|setInterval\(/)).toEqual([])
  })
})

/**
 * How each form spares people from a slip (WCAG 2.2, 3.3.6): `asks` on a page of its own first, can be `undone` by
 * another form, or is `checked` and shown again before it counts.
 */
const spares: Record<string, 'asks' | 'undone' | 'checked'> = {
  'auth/choose-version': 'undone',
  'auth/confirm-address': 'asks',
  'auth/forgot-password': 'checked',
  'auth/reset-password': 'checked',
  'auth/sign-in': 'checked',
  'auth/sign-out': 'undone',
  'auth/sign-up': 'checked',
  'inbound/reject': 'asks',
  'inbound/release': 'asks',
  'inbound/test-mailbox': 'undone',
  'mail/retry': 'asks',
  'mail/send-test': 'asks',
  'people/add-team': 'checked',
  'people/change-agent': 'undone',
  'people/choose-news': 'undone',
  'people/deactivate': 'asks',
  'people/invite': 'checked',
  'people/reactivate': 'asks',
  'people/rename-team': 'undone',
  'people/retire-team': 'asks',
  'people/tell-needs': 'undone',
  'sla/add-policy': 'checked',
  'sla/change-policy': 'undone',
  'sla/make-default': 'asks',
  'sla/remove-policy': 'asks',
  'tickets/add-note': 'checked',
  'tickets/ask': 'checked',
  'tickets/assign': 'undone',
  'tickets/change-priority': 'undone',
  'tickets/change-status': 'undone',
  'tickets/compose': 'checked',
  'tickets/confirm-fixed': 'asks',
  'tickets/describe-file': 'undone',
  'tickets/end-link': 'asks',
  'tickets/open-for-customer': 'checked',
  'tickets/open-ticket': 'checked',
  'tickets/renew-link': 'checked',
  'tickets/reply': 'checked',
  'tickets/report-not-fixed': 'checked',
  'tickets/revoke-links': 'asks',
  'tickets/send-link': 'checked',
  'tickets/take-next': 'undone',
}

test('46 what takes something away asks on a page of its own, and every form spares people in one way', () => {
  const actions = sourcesIn('actions').filter(({ text }) => !/= formerly\(/.test(text))
  const verbs = actions.map(({ path }) => path.replace(/^actions\/|\.ts$/g, ''))
  expect(Object.keys(spares).sort()).toEqual(verbs.sort())
  const taking = verbs.filter(verb => /\/(remove|retire|deactivate|delete|throw|end)/.test(verb))
  expect(taking.length).toBeGreaterThan(2)
  expect(taking.filter(verb => spares[verb] !== 'asks')).toEqual([])
  for (const verb of verbs.filter(name => spares[name] === 'asks')) {
    const pages = app.filter(({ imports }) => imports.includes(`actions/${verb}.ts`))
    expect(pages.length, verb).toBe(1)
    expect(pages[0]?.text, `${verb} has nothing beside the question`).not.toMatch(/<TextArea|<Table\b/)
  }
})
