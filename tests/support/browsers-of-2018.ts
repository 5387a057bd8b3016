/*
 * What a style sheet may use so that Chrome 64, Firefox 60 and Safari 11, the browsers of spring 2018, lay out every page
 * with it. A list of what they know, not of what is new: what nobody thought of is found too.
 */

const known = new Set(
  `align-items background border border-bottom border-collapse border-color border-radius border-top border-width
  box-sizing clip color content cursor display flex flex-basis flex-wrap font font-family font-size
  font-variant-numeric font-weight grid-area grid-column grid-column-gap grid-row grid-template-columns height
  justify-content letter-spacing line-height list-style list-style-type margin margin-bottom margin-top max-width
  min-height min-width outline outline-offset overflow overflow-wrap overflow-x padding padding-bottom padding-top
  page-break-after page-break-inside position resize text-align text-decoration vertical-align white-space width
  -webkit-margin-end -webkit-padding-end -webkit-text-size-adjust`.split(/\s+/),
)

/** What may be written although they do not know it, because they lose nothing by it; each with what they show instead. */
const welcome: Record<string, string> = {
  'accent-color': 'their own colour of a chosen button',
  'margin-inline-end': 'the same by -webkit-margin-end, beside it',
  'padding-inline-end': 'the same by -webkit-padding-end, beside it',
  'text-decoration-thickness': 'their own line under a link',
  'text-underline-offset': 'their own line under a link',
  'text-wrap': 'a heading whose last line is short',
}

const welcomeValues: Record<string, string> = {
  'overflow-wrap: anywhere': 'break-word, from the whole page',
  'width: fit-content': 'the whole width',
  'list-style-type: ""': 'no sign, from the line before',
}

const conditions =
  /^(media|page)\b|(screen|print|and|only)\b|\((min|max)-width: ?[\d.]+rem\)|\(prefers-(color-scheme|contrast|reduced-motion): ?[\w-]+\)|\(forced-colors: ?active\)/g

type Rule = { selector: string; declarations: [string, string][] }

/** Everything in a style sheet that a browser of 2018 does not know and needs, in words; empty for a sheet that is fine. */
export function newerThan2018(css: string): string[] {
  const plain = css.replace(/\/\*.*?\*\//gs, '').replace(/@import[^;]*;|@charset[^;]*;/g, '')
  const rest = [...plain.matchAll(/@([^{};]+)[{;]/g)]
    .map(([, rule = '']) => rule.trim())
    .filter(rule => rule.replace(conditions, '').trim() !== '')
  const nested = [...plain.matchAll(/(?<=^|[{};])\s*([^@{};\s][^{};]*)\{[^{}]*\{/g)].map(([rule]) => rule)
  return [...rest.map(rule => `@${rule}`), ...nested, ...rulesOf(plain).flatMap(problemsOf)]
}

function rulesOf(css: string): Rule[] {
  return [...css.matchAll(/([^{};]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
    selector: selector.trim(),
    declarations: body
      .split(';')
      .filter(line => line.trim() !== '')
      .map(line => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()]),
  }))
}

function problemsOf({ selector, declarations }: Rule): string[] {
  const names = declarations.map(([name]) => name)
  const problems = declarations.flatMap(([name, value]) => {
    if (name.startsWith('--')) return []
    const line = `${selector} { ${name}: ${value} }`
    const paired = !name.includes('-inline-') || names.includes(`-webkit-${name.replace('inline-', '')}`)
    if (!paired || !(known.has(name) || Object.hasOwn(welcome, name))) return [line]
    if (Object.hasOwn(welcomeValues, `${name}: ${value}`)) return []
    // Distance between parts is a margin: the gap of a flex box is of 2020.
    return /\b(min|max|clamp|color-mix|light-dark|oklch|oklab|lch|lab|color|env)\(|[\d.](dvh|svh|lvh|lh|cap|ic)\b|\b(contents|grid-gap|fit-content|anywhere|revert)\b/.test(
      value,
    )
      ? [line]
      : []
  })
  return isKnown(selector) ? problems : [selector, ...problems]
}

// A browser drops the whole rule when it does not know one of its selectors: a new one stands alone, and only adds.
function isKnown(selector: string): boolean {
  if (/:focus-visible/.test(selector) && !selector.includes(',')) return true
  const pseudos = selector.match(/::?[\w-]+/g) ?? []
  return pseudos.every(pseudo =>
    /^:(:?before|:?after|first-child|last-child|nth-child|hover|focus|not|root)$/.test(pseudo),
  )
}
