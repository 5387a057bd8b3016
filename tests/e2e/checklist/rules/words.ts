import type { Rule } from './kit.ts'

/** Text: how it is set, and what must be said in it. */
export const wording: Record<string, Rule> = {
  '22 a badge says its meaning in words': ({ all, words, called }) =>
    all('.badge')
      .filter(badge => words(badge) === '')
      .map(called),

  '23 lines are at most 80 characters long, 1.5 high, and not justified': ({ all, shown, called }) =>
    all('main p, main li, main dd')
      .filter(part => shown(part) && (part.textContent ?? '').length > 80)
      .flatMap(part => {
        const { lineHeight, fontSize, textAlign, paddingLeft, paddingRight } = getComputedStyle(part)
        const ruler = part.appendChild(document.createElement('i'))
        ruler.style.cssText = 'display:inline-block;inline-size:100ch;font-style:normal;position:absolute'
        const character = ruler.getBoundingClientRect().width / 100
        ruler.remove()
        const width = part.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
        const own = [...part.childNodes].some(node => node.nodeType === 3 && (node.textContent ?? '').trim())
        return [
          ...(textAlign === 'justify' ? [`justified: ${called(part)}`] : []),
          ...(own && width / character > 80
            ? [`${Math.round(width / character)} characters: ${called(part)}`]
            : []),
          ...(own && Number.parseFloat(lineHeight) / Number.parseFloat(fontSize) < 1.49
            ? [`line height ${lineHeight} of ${fontSize}: ${called(part)}`]
            : []),
        ]
      }),

  '33 nothing is told by a title that only a pointer can find': ({ all, called }) =>
    all('[title]')
      .filter(part => part.localName !== 'abbr')
      .map(called),

  '51 what people write has the direction of its language, or finds its own': ({ all, called }) =>
    all('.prose, [lang]:not(html, option)')
      .filter(part => {
        if (part.hasAttribute('lang') || part.hasAttribute('dir'))
          return !part.matches('[lang]:is([dir="ltr"], [dir="rtl"]), bdi:not([dir]), textarea[dir="auto"]')
        return !all('p', part).every(line => line.getAttribute('dir') === 'auto')
      })
      .map(called),

  '54 a moment is told to machines, with its zone in words': ({ all, words, called, typed }) => {
    const zone = /\b(UTC|GMT|[A-Z]{3,4})\b|[+-]\d/
    const moments = all('time').filter(part => {
      const moment = part.getAttribute('datetime') ?? ''
      // A day alone has no zone.
      return !/^\d{4}-\d\d-\d\d$/.test(moment) && !(moment && zone.test(words(part)))
    })
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const loose: string[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const part = node.parentElement
      if (!part || part.closest('time, script, style, textarea, option, .summary pre') || typed(part))
        continue
      if (/\b\d{1,2}:\d{2}\b/.test(node.textContent ?? '') && !zone.test(part.textContent ?? ''))
        loose.push(`an hour outside of time: ${called(part)}`)
    }
    return [...moments.map(called), ...loose]
  },

  '56 nothing moves': ({ all, called }) =>
    all('body *')
      .filter(part => {
        const { animationName, transitionDuration } = getComputedStyle(part)
        return animationName !== 'none' || transitionDuration !== '0s'
      })
      .map(called),
}
