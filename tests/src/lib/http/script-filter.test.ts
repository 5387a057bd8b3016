import fc from 'fast-check'
import { type DefaultTreeAdapterTypes, parse, serialize } from 'parse5'
import { describe, expect, test } from 'vitest'
import { scriptFilter } from '#src/lib/http/script-filter.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Parent = DefaultTreeAdapterTypes.ParentNode

describe('What serves scripts alone goes out', () => {
  test.each([
    ['<script>alert(1)</script>', ''],
    ['<SCRIPT async="" src="/a.js" nonce="x"></SCRIPT >', ''],
    ['<script>self.__next_f.push([1,"<p>not a page</p>"])</script>', ''],
    ['<script type="module">"</scripted>"</script>', ''],
    ['a <<script></script>b> <i>', 'a <<!---->b> <i>'],
    ['Q&<script></script>amp;A', 'Q&<!---->amp;A'],
    ['<script>never closed <p>so nothing follows', ''],
    ['<link rel="preload" as="script" href="/a.js"/>', ''],
    ['<link rel=modulepreload href=/a.js>', ''],
    ['<link rel="icon" href="/icon.svg" sizes="any"/>', '<link rel="icon" href="data:,"/>'],
    ['<link rel="stylesheet" href="/a.css" nonce="x"/>', '<link rel="stylesheet" href="/a.css"/>'],
  ])('%s', (sent, left) => {
    expect(filtered([`<p>before</p>${sent}`])).toBe(`<p>before</p>${left}`)
  })
})

describe('Everything else stays as it is', () => {
  test.each([
    '<script type="application/ld+json">{"@type":"WebPage"}</script>',
    '<!doctype html><html lang="en"><head><title>The <script> that failed</title></head></html>',
    '<textarea>Our page says <script>alert(1)</script> <link rel="preload"></textarea>',
    '<style>a::after { content: "<script>" }</style>',
    '<!-- <script>a()</script> --><!--><p>a</p><!---><p>b</p><!--!><b>--!><p>c</p>',
    '<pre>&lt;script&gt;a()&lt;/script&gt;</pre>',
    '<p title="<script>" class=\'"<script>\' data-a=b"<script x>the word</p>',
    `<a ="<script>" b"c>5 < 6 and </> <3</a><?php ?></ no tag><!x>`,
    '<xmp><script></xmp><iframe><script></iframe><noembed><script></noembed><noframes><script></noframes>',
    '<textarea></textareas><script></textarea\n>',
    '<link rel="stylesheet" href="/a.css"/><link rel="alternate" href="/b">',
    'Grüße, 日本語, 🦀 <bdi>مرحبا</bdi>',
    '<p>cut in the middle <b cla',
  ])('%s', page => {
    expect(filtered([page])).toBe(page)
  })
})

const page = `<!DOCTYPE html><html lang="en"><head><link rel="preload" as="script" href="/a.js"/><script
 src="/b.js" async=""></script><title>Réf &lt;script&gt; <script>in the title</script></title>
<script type="application/ld+json">{"a":"</p>"}</script><link rel="icon" href="/i.svg"/></head><body><!--$--><p a='>'
b=">" c=d>text<!-- <script> --></p><textarea name="body">
<script>mine</script></textarea><script>self.push("<p>🦀</p>")</script><form action="" ></form></body></html>`

test('a page may be cut at any two places', () => {
  const whole = filtered([page])
  expect(whole).not.toMatch(/a\.js|b\.js|self\.push|i\.svg/)
  const bytes = Buffer.from(page)
  for (let one = 0; one <= bytes.length; one += 1) {
    for (let two = one; two <= bytes.length; two += 7) {
      const cut = [bytes.subarray(0, one), bytes.subarray(one, two), bytes.subarray(two)]
      if (filtered(cut) !== whole) expect(filtered(cut), `cut at ${one} and ${two}`).toBe(whole)
    }
  }
})

const pieces = fc.constantFrom(
  ...['<script>', '</script>', '<script src="/a.js">', '<script type=application/ld+json>', '</SCRIPT\n>'],
  ...[
    '<p>',
    '</p>',
    '<p a="',
    "<p a='",
    '"',
    "'",
    '=',
    '>',
    '/>',
    '<',
    '</',
    '/',
    ' ',
    '\n',
    '<b c=d',
    '<i a"b',
  ],
  ...[
    '<!--',
    '-->',
    '--!>',
    '<!-->',
    '<!--->',
    '<!',
    '<?',
    '</ ',
    '-',
    '!',
    'word',
    'é',
    '&lt;',
    '<link rel=preload>',
  ],
  ...[
    '<textarea>',
    '</textarea>',
    '<title>',
    '</title>',
    '<style>',
    '</style>',
    '<xmp>',
    '</xmp',
    '<li ref=x>',
  ],
)

// A script that itself writes of comments has rules of its own; Next writes none of its signs into a script.
const markup = fc
  .array(pieces, { maxLength: 40 })
  .map(parts => parts.join(''))
  .filter(text => !/<script[^>]*>(?:(?!<\/script)[\s\S])*<!--/i.test(text))

test('whatever the markup, a browser reads the same page with its scripts left out', () => {
  fc.assert(
    fc.property(markup, text => {
      const body = `<!doctype html><body>${text}`
      expect(serialize(withoutScripts(parse(filtered([body]))))).toBe(serialize(withoutScripts(parse(body))))
    }),
    { numRuns: 3000 },
  )
})

test('whatever the markup, and wherever it is cut, no script is left', () => {
  fc.assert(
    fc.property(markup, fc.array(fc.nat({ max: 200 }), { maxLength: 8 }), (text, places) => {
      const bytes = Buffer.from(`<!doctype html><body>${text}`)
      const cuts = [0, ...places.sort((a, b) => a - b), bytes.length]
      const parts = cuts.slice(1).map((end, at) => bytes.subarray(cuts[at], end))
      const left = filtered(parts)
      expect(left).toBe(filtered([bytes]))
      expect(scripts(parse(left))).toEqual([])
    }),
    { numRuns: 2000 },
  )
})

function filtered(parts: (Buffer | string)[]): string {
  const filter = scriptFilter()
  const given = parts.map(part => filter.take(Buffer.from(part).toString('latin1')))
  return Buffer.from(given.join('') + filter.end(), 'latin1').toString()
}

function scripts(node: Node | Parent): string[] {
  const own = 'tagName' in node && node.tagName === 'script' && !isData(node) ? ['script'] : []
  return [...own, ...('childNodes' in node ? node.childNodes.flatMap(scripts) : [])]
}

function withoutScripts<P extends Parent>(parent: P): P {
  const left = parent.childNodes.filter(child => !leftOut(child))
  parent.childNodes = []
  // Two texts that only a script stood between are one text.
  for (const child of left) {
    const last = parent.childNodes.at(-1)
    if (last && 'value' in last && 'value' in child) last.value += child.value
    else parent.childNodes.push('childNodes' in child ? withoutScripts(child) : child)
  }
  return parent
}

type Element = DefaultTreeAdapterTypes.Element

function leftOut(child: Node): boolean {
  if ('data' in child) return child.data === ''
  return 'tagName' in child && isLeftOut(child)
}

function isLeftOut(element: Element): boolean {
  if (element.tagName === 'script') return !isData(element)
  return element.tagName === 'link' && element.attrs.some(({ value }) => value === 'preload')
}

function isData({ attrs }: Element): boolean {
  return attrs.some(({ name, value }) => name === 'type' && value === 'application/ld+json')
}
