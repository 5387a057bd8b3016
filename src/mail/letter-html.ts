import type { mailOrders } from '#src/lib/db/tables/system.ts'
import { findLinks } from '#src/lib/find-links.ts'
import { inLanguage } from '#src/lib/language.ts'
import { paragraphsOf } from '#src/lib/paragraphs.ts'

type Texts = Pick<typeof mailOrders.$inferSelect, 'subject' | 'body' | 'said' | 'headings'>

/**
 * The HTML part of a mail. It is made from the text part alone and never says more, asks for nothing from anywhere, and
 * leaves colours, light and dark to the program that shows it.
 * @param answerLine stands above everything in a mail that can be answered by mail
 */
export function letterHtml(texts: Texts, answerLine?: string): string {
  const title = escaped(texts.subject)
  return `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>:root { color-scheme: light dark } body { font-family: sans-serif; line-height: 1.5; max-width: 40em }</style>
</head>
<body>
${answerLine === undefined ? '' : `<p>${escaped(answerLine)}</p>\n<hr>\n`}<h1 dir="auto">${title}</h1>
${inPlaces(texts)}
</body>
</html>
`
}

/** The text with its headings as headings, and what people wrote as theirs. */
function inPlaces({ body, said, headings }: Texts): string {
  const places = [
    ...(headings ?? []).map(({ from, to }) => ({ from, to, html: heading(body.slice(from, to)) })),
    ...(said ?? []).map(({ from, to, language }) => ({
      from,
      to,
      html: words(body.slice(from, to), language),
    })),
  ].sort((one, other) => one.from - other.from)
  const between = places.map(({ from, html }, at) => [prose(body.slice(places[at - 1]?.to ?? 0, from)), html])
  return [...between.flat(), prose(body.slice(places.at(-1)?.to ?? 0))].filter(Boolean).join('\n')
}

function heading(text: string): string {
  return `<h2 dir="auto">${escaped(text)}</h2>`
}

function words(text: string, language: string | null): string {
  const { lang, dir = 'auto' } = inLanguage(language)
  const attributes = lang === undefined ? '' : ` lang="${lang}" dir="${dir}"`
  return `<div${attributes}>\n${prose(text, dir)}\n</div>`
}

/** Where its language is not known, each paragraph finds its own direction. */
function prose(text: string, dir = 'auto'): string {
  return paragraphsOf(text)
    .map(lines => `<p dir="${dir}">${lines.map(line).join('<br>\n')}</p>`)
    .join('\n')
}

function line(text: string): string {
  return findLinks(text)
    .map(({ text: piece, href }) =>
      href === undefined
        ? spaced(escaped(piece))
        : `<a href="${escaped(href)}" dir="ltr">${escaped(piece)}</a>`,
    )
    .join('')
}

// What somebody set with spaces, such as a list, keeps them.
function spaced(text: string): string {
  return text.replace(/^ | (?= )/g, '&nbsp;')
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, sign => signs[sign] ?? '')
}
