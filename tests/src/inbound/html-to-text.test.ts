import { expect, test } from 'vitest'
import { textOfHtml } from '#src/inbound/html-to-text.ts'

test.each([
  ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
  ['One<br>Two<div>Three</div>Four', 'One\nTwo\nThree\nFour'],
  ['<p>a   b\n c</p>', 'a b c'],
  ['Fish &amp; chips &lt;3 &#x1F41F;&nbsp;!', 'Fish & chips <3 🐟 !'],
  ['<ul><li>One</li><li>Two</li></ul>End', '- One\n- Two\n\nEnd'],
  ['<ol><li>One</li><li><p>Two</p></li></ol>', '1. One\n2. Two'],
  ['<table><tr><td>A</td><td>1</td></tr><tr><td>B</td><td>2</td></tr></table>', 'A 1\nB 2'],
  ['<blockquote>Hi<blockquote>Ho</blockquote></blockquote>Hello', '> Hi\n>\n> > Ho\n\nHello'],
  ['<pre>if x:\n    y</pre>', 'if x:\n    y'],
  ['<a href="https://kelpbay.test/t">the timetable</a>.', 'the timetable <https://kelpbay.test/t>.'],
  ['<a href="https://kelpbay.test/">kelpbay.test</a>', 'kelpbay.test'],
  ['<a href="mailto:a@b.test">a@b.test</a>', 'a@b.test'],
  ['<img src="cid:1" alt="The pier"> <img src="https://spy.test/1.gif">', 'The pier'],
  ['<p dir="rtl">مرحبا</p>', 'مرحبا'],
])('%s reads as %j', (html, text) => {
  expect(textOfHtml(html)).toBe(text)
})

test.each([
  '<script>alert(1)</script>',
  '<style>p{}</style>',
  '<title>x</title>',
  '<div style="display:none">preview</div>',
  '<p hidden>secret</p>',
  '<svg onload=alert(1)><text>x</text></svg>',
  '<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<!--[if mso]>for Word<![endif]-->',
  '<textarea>x</textarea>',
])('%s is not read at all', html => {
  expect(textOfHtml(`Hello${html}`)).toMatch(/^Hello(">)?$/)
})

test.each(['javascript:alert(1)', 'data:text/html,x', 'JaVaScRiPt:x', ' vbscript:x', 'file:///etc/passwd'])(
  'A link to %s is only its words',
  address => {
    expect(textOfHtml(`<a href="${address}">look</a>`)).toBe('look')
  },
)

test('HTML that nests deeper than any program goes is read', () => {
  expect(textOfHtml(`${'<div>'.repeat(50_000)}Hello`)).toBe('Hello')
  expect(textOfHtml(`${'<blockquote>'.repeat(5000)}Hello`)).toMatch(/^(> ){20}Hello$/)
})
