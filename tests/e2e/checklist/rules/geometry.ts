import type { Rule } from './kit.ts'

/** What must be measured: it depends on the width, the colours and the size of the text. */
export const geometry: Record<string, Rule> = {
  '20 parts keep their edges where colours are forced': ({ all, shown, called }) =>
    matchMedia('(forced-colors: active)').matches
      ? all(
          'main button, main input:not([type="hidden"]):not([type="radio"]):not([type="checkbox"]), main select, main textarea, .notice, .errors',
        )
          .filter(part => {
            const { borderTopStyle, borderTopWidth } = getComputedStyle(part)
            return shown(part) && (borderTopStyle === 'none' || Number.parseFloat(borderTopWidth) < 1)
          })
          .map(called)
      : [],

  '24 nothing is wider than the window': ({ all, shown, called }) => {
    const wide = () =>
      document.documentElement.scrollWidth > innerWidth + 1
        ? all('body *').filter(part => shown(part) && part.getBoundingClientRect().right > innerWidth + 1)
        : []
    const now = wide().map(called)
    const larger = new CSSStyleSheet()
    larger.replaceSync('html { font-size: 200% !important }')
    document.adoptedStyleSheets = [larger]
    // Text of twice its size is asked of a window twice as wide: 320 CSS pixels are 400 % of 1280 already.
    const then =
      innerWidth >= 640
        ? wide()
            .filter(part => !part.closest('table'))
            .map(part => `at 200 %: ${called(part)}`)
        : []
    document.adoptedStyleSheets = []
    return [...now, ...then].slice(0, 6)
  },

  '25 wider spacing of text loses nothing': ({ all, shown, called, offScreen }) => {
    const spaced = new CSSStyleSheet()
    spaced.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } ' +
        'p { margin-block-end: 2em !important }',
    )
    document.adoptedStyleSheets = [spaced]
    const wide = document.documentElement.scrollWidth > innerWidth + 1
    const cut = all('body *').filter(part => {
      const { overflowX, overflowY } = getComputedStyle(part)
      if (![overflowX, overflowY].some(flow => flow === 'hidden' || flow === 'clip')) return false
      if (!shown(part) || offScreen(part) || part.matches('svg, svg *, thead, thead *')) return false
      return part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1
    })
    const over = wide
      ? all('main *').filter(
          part => part.getBoundingClientRect().right > innerWidth + 1 && !part.matches('thead, thead *'),
        )
      : []
    const faults = [...cut, ...over].map(called)
    document.adoptedStyleSheets = []
    return [...faults.slice(0, 6), ...(wide && faults.length === 0 ? ['the page'] : [])]
  },

  '28 the order of Tab is that of the source': ({ all, called }) => [
    ...all('[tabindex]')
      .filter(part => part.tabIndex > 0)
      .map(called),
    ...all('body *')
      .filter(part => {
        const { order, flexDirection } = getComputedStyle(part)
        return order !== '0' || flexDirection.endsWith('reverse')
      })
      .map(part => `moved by its style: ${called(part)}`),
  ],

  '30 nothing stays in place over the page': ({ all, called }) =>
    all('body *')
      .filter(part => ['fixed', 'sticky'].includes(getComputedStyle(part).position))
      .map(called),

  '31 what is pressed is 44 by 44, or a link within a sentence': ({
    all,
    shown,
    words,
    called,
    offScreen,
    controls,
  }) =>
    all(controls).flatMap(part => {
      if (!shown(part) || offScreen(part)) return []
      const around = part.parentElement?.closest('p, li, dd, td, th, h1, h2, h3, div')
      const inline =
        getComputedStyle(part).display === 'inline' && around && words(around).length > words(part).length + 1
      if (part.localName === 'a' && inline) return []
      const labels = part.matches('[type="radio"], [type="checkbox"]')
        ? [...((part as HTMLInputElement).labels ?? [])]
        : []
      const { width, height } = (labels[0] ?? part).getBoundingClientRect()
      return width >= 43.5 && height >= 43.5
        ? []
        : [`${called(part)} is ${width.toFixed(0)} × ${height.toFixed(0)}`]
    }),
}
