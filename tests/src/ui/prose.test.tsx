import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Prose } from '#src/ui/prose.tsx'

const html = (text: string) => renderToStaticMarkup(<Prose text={text} />)

test('an empty line parts paragraphs, a single line end stays a line end, and neither kind of end is lost', () => {
  expect(html('One\r\ntwo\n\n \n\nThree\rfour\n')).toBe(
    '<div class="prose"><p dir="auto">One<br/>two</p><p dir="auto">Three<br/>four</p></div>',
  )
})

test('the space that begins a line is kept, as code and lists need it', () => {
  expect(html('if x:\n    return')).toContain('if x:<br/>    return')
})

test('what looks like HTML is shown as it was written', () => {
  expect(html('<script>alert(1)</script> <b onclick="x">&amp;')).toBe(
    '<div class="prose"><p dir="auto">&lt;script&gt;alert(1)&lt;/script&gt; &lt;b onclick=&quot;x&quot;&gt;&amp;amp;</p></div>',
  )
})

test('a link says that its target is not ours, opens in the same window and reads from left to right', () => {
  expect(html('https://a.example/?b=1&c="d')).toContain(
    '<a href="https://a.example/?b=1&amp;c=" rel="nofollow noopener ugc" dir="ltr">https://a.example/?b=1&amp;c=</a>',
  )
})

test('an address that would run a script never becomes a link', () => {
  expect(html('javascript:alert(1) data:text/html,x JAVASCRIPT:https://a.example')).not.toContain(
    'javascript:alert(1)"',
  )
  expect(html('javascript:alert(1)')).not.toContain('<a')
  expect(html('data:text/html;base64,PHNjcmlwdD4=')).not.toContain('<a')
})

test('each paragraph finds its own direction, so that languages can stand side by side', () => {
  expect(html('שלום\n\nHello').match(/<p dir="auto">/g)).toHaveLength(2)
})

test('the language of the text is told where it is known, and with it the direction of every paragraph', () => {
  expect(renderToStaticMarkup(<Prose text="Hallo" lang="de" />)).toBe(
    '<div class="prose" lang="de" dir="ltr"><p>Hallo</p></div>',
  )
  expect(renderToStaticMarkup(<Prose text="KB-12 مرحبا" lang="ar" />)).toBe(
    '<div class="prose" lang="ar" dir="rtl"><p>KB-12 مرحبا</p></div>',
  )
})

test('a text of nothing but space shows nothing', () => {
  expect(html(' \n\n\t\n')).toBe('<div class="prose"></div>')
})

test('a text made to be slow is shown at once', () => {
  const before = performance.now()
  html('\n'.repeat(300_000))
  html(`${' '.repeat(300_000)}x`)
  html('\n \t'.repeat(100_000))
  expect(performance.now() - before).toBeLessThan(2_000)
})
