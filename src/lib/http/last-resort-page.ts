import { createHash } from 'node:crypto'
import { mostBytes } from './body-limits.ts'
import { lastResortWords } from './last-resort-words.ts'
import { scriptlessPolicy } from './security-headers.ts'

export type LastResort = {
  status: number
  /** Where the same status has other words. */
  why?: number | 'busy'
  /** Whether a form was sent, so that the page speaks of the text that was typed. */
  submitted: boolean
  /** Under which the fault stands in the log; none where nothing was logged. */
  reference: string | null
  /** The path and query that was asked for, to try again. */
  address: string
}

/**
 * A whole page that needs nothing: no Next, no stylesheet, no script, no database. For the answers that cannot
 * be an ordinary page.
 */
export function lastResortPage({ status, why = status, submitted, reference, address }: LastResort): string {
  const { title, said } = lastResortWords(why, submitted, mostBytes(address))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title} – Holdfast</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${said.map(sentence => `<p>${sentence}</p>`).join('\n')}
${reference ? `<p>If you tell us about it, please give this reference: <strong>${reference}</strong></p>` : ''}
<ul>
${wayBack(status, submitted, address)}
<li><a href="/">Go to the front page</a></li>
</ul>
</main>
</body>
</html>
`
}

/** The headers that belong to that page; its policy allows its own style sheet and nothing else. */
export function lastResortHeaders(): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'private, no-store',
    'content-security-policy': policy,
  }
}

const style = `:root{color-scheme:light dark}body{margin:0;font:1.125rem/1.6 system-ui,sans-serif;background:#fbfaf6;color:#14201b}main{max-width:38rem;margin:0 auto;padding:2rem 1rem}h1{font-size:1.75rem;line-height:1.25;margin:0 0 1rem}a{color:#0b4f3c;display:inline-block;padding:.5rem 0}a:focus-visible{outline:3px solid;outline-offset:2px}strong{letter-spacing:.08em}ul{padding:0;list-style:none}@media (prefers-color-scheme:dark){body{background:#101714;color:#eef3ef}a{color:#8fd6bb}}`

const policy = scriptlessPolicy(`'sha256-${createHash('sha256').update(style).digest('base64')}'`)

function wayBack(status: number, submitted: boolean, address: string): string {
  if (!isOwnAddress(address) || status === 404 || status === 405) return ''
  const words = submitted ? 'Load the page again, with an empty form' : 'Try again'
  return `<li><a href="${escaped(address)}">${words}</a></li>`
}

// Two slashes, or a slash and a backslash, would lead to another host.
function isOwnAddress(address: string): boolean {
  return /^\/(?![/\\])[^\s\\]*$/.test(address)
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, mark => `&#${mark.charCodeAt(0)};`)
}
