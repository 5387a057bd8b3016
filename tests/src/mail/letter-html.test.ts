import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import { answerLine } from '#src/mail/answer-line.ts'
import { inParts } from '#src/mail/in-parts.ts'
import { letterHtml } from '#src/mail/letter-html.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:document'],
  // A subject is as long as somebody made it.
  rules: { 'long-title': 'off', 'doctype-style': 'off' },
})

const hostile = `</title><script>alert(1)</script> <img src=x onerror="alert(1)"> & "it's"
<style>* { display: none }</style>

<a href="javascript:alert(1)">here</a> javascript:alert(1) data:text/html,<b> https://desk.test/?a=1&b="2"
  - set with spaces`
const after = 'Read it, or answer: https://desk.test/tickets/K7M2-9QXD'
const answered = inParts([
  { heading: 'The <first>' },
  'Hello Elif,',
  { words: hostile, language: undefined },
  after,
])

const bodyOf = (html: string) => html.slice(html.indexOf('<body>'))

test('The HTML part is sound, whatever people wrote', async () => {
  for (const line of [undefined, answerLine])
    for (const subject of ['[K7M2-9QXD] The ferry left', hostile.replace(/\s+/g, ' ')]) {
      const { results } = await validator.validateString(letterHtml({ subject, ...answered }, line))
      expect(results.flatMap(({ messages }) => messages).map(({ message }) => message)).toEqual([])
    }
})

test('Nothing that people wrote is HTML, and nothing is fetched from anywhere', () => {
  const html = letterHtml({ subject: hostile, ...answered }, answerLine)
  const names = [...html.matchAll(/<([a-z][\w-]*)/g)].map(([, name]) => name)
  const known = ['html', 'head', 'meta', 'title', 'style', 'body', 'p', 'hr', 'h1', 'h2', 'div', 'br', 'a']
  expect(names.filter(name => !known.includes(name ?? ''))).toEqual([])
  expect(names.filter(name => name === 'style')).toHaveLength(1)
  expect(html).not.toMatch(/<[^>]*\s(src|srcset|background|on\w+)=|url\(|@import/)
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)
  expect(links).toEqual(['https://desk.test/?a=1&amp;b=', 'https://desk.test/tickets/K7M2-9QXD'])
})

test('It says all that the text says, line by line', () => {
  const said = bodyOf(letterHtml({ subject: 'Hello', ...answered }))
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|amp|quot|#39|nbsp);/g, (_, sign) => signs[sign] ?? '')
  const lines = (text: string) => text.split('\n').filter(line => line.trim() !== '')
  expect(lines(said)).toEqual(['Hello', ...lines(answered.body)])
})

test('The words of a person are marked as their language, with its direction, and ours stay as they are', () => {
  const arabic = inParts(['Hello Elif,', { words: 'مرحبا\n\nإلى اللقاء', language: 'ar' }, after])
  const html = bodyOf(letterHtml({ subject: 'Hello', ...arabic }))
  const [before, theirs, behind] = html.split(/<div lang="ar" dir="rtl">|<\/div>/)
  expect(before).toContain('Hello Elif,')
  expect(theirs).toBe('\n<p dir="rtl">مرحبا</p>\n<p dir="rtl">إلى اللقاء</p>\n')
  expect(behind).toContain('Read it, or answer:')
})

test('A mail about several tickets has a heading for each, which the text has as a line', () => {
  const news = inParts([
    'Hello Mira,',
    { heading: 'One' },
    'Read it.',
    { heading: 'Two' },
    { words: 'Três', language: 'pt' },
  ])
  expect(news.body).toBe('Hello Mira,\n\nOne\n\nRead it.\n\nTwo\n\nTrês')
  const html = bodyOf(letterHtml({ subject: 'News', ...news }))
  expect(html).toContain('<h2 dir="auto">One</h2>\n<p dir="auto">Read it.</p>\n<h2 dir="auto">Two</h2>')
  expect(html).toContain('<h2 dir="auto">Two</h2>\n<div lang="pt" dir="ltr">\n<p dir="ltr">Três</p>\n</div>')
})

test('A mail that nobody wrote by hand has a heading and paragraphs that find their own direction', () => {
  const html = bodyOf(
    letterHtml({ subject: 'Hello', body: 'One\ntwo\n\n\n\nthree', said: null, headings: null }),
  )
  expect(html).toContain(
    '<h1 dir="auto">Hello</h1>\n<p dir="auto">One<br>\ntwo</p>\n<p dir="auto">three</p>\n',
  )
})

const signs: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'", nbsp: ' ' }
