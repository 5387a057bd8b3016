import type { Rule } from './kit.ts'

/** Landmarks, headings, the way here, and what stands in the same place on every page. */
export const structure: Record<string, Rule> = {
  '7 ids are unique': ({ all }) => {
    const ids = all('[id]').map(part => part.id)
    return ids.filter((id, at) => ids.indexOf(id) !== at).map(id => `two parts have the id ${id}`)
  },

  '11 one banner, one main, one footer, and a name for each nav': ({ all }) => {
    const names = all('nav').map(nav => nav.getAttribute('aria-label'))
    const outer = (name: string) => all(name).filter(part => !part.parentElement?.closest('main, article'))
    return [
      ...['header', 'main', 'footer'].flatMap(name =>
        outer(name).length === 1 ? [] : [`${outer(name).length} of ${name}`],
      ),
      ...names.flatMap((name, at) =>
        name && names.indexOf(name) === at ? [] : [`nav without own name ${name}`],
      ),
    ]
  },

  '12 one first heading, which is the subject of the title': ({ all, words }) => {
    const [heading, ...more] = all('h1').map(words)
    if (!heading || more.length > 0) return [`${more.length + (heading ? 1 : 0)} first headings`]
    return document.title.includes(heading) ? [] : [`“${heading}” is not in the title “${document.title}”`]
  },

  '13 no level of headings is skipped': ({ all, called }) => {
    const levels = all('h1, h2, h3, h4, h5, h6').filter(part => part.checkVisibility())
    return levels.flatMap((part, at) => {
      const before = Number(levels[at - 1]?.localName[1] ?? 0)
      // The summary of what went wrong stands before the heading of the page.
      const first = part.closest('.errors, .kept') && all('h1').length === 1
      return first || Number(part.localName[1]) <= before + 1 || part.localName === 'h1' ? [] : [called(part)]
    })
  },

  '15 a page below the first one says where it is': ({ all }) => {
    if (location.pathname === '/') return []
    const here = all('nav[aria-label="Breadcrumbs"] [aria-current="page"]')
    return here.length === 1 ? [] : [`${here.length} breadcrumbs are this page`]
  },

  '16 help is the first link of the footer': ({ all, words }) => {
    const [first] = all('footer a')
    return first?.getAttribute('href') === '/help' && words(first) === 'Help with this page'
      ? []
      : [`the first link is ${first && words(first)}`]
  },

  '26 the order of the source is the order of reading': ({ all }) => {
    const order = all('.skip, body header.top, nav[aria-label="Breadcrumbs"], main, footer')
      .filter(part => !part.parentElement?.closest('main'))
      .map(part => part.className || part.localName)
      .join(' ')
    const right = /^skip top (crumbs )?main foot$/
    return right.test(order) ? [] : [order]
  },

  '50 an image has a text alternative or is silent': ({ all, called }) =>
    all('img, svg, canvas, video, audio, object')
      .filter(part => {
        if (part.closest('[aria-hidden="true"]')) return false
        if (part.localName === 'img') return !part.hasAttribute('alt')
        return !(part.getAttribute('role') === 'img' && part.getAttribute('aria-label'))
      })
      .map(called),

  '52 a table has a caption, heads of columns and heads of rows': ({ all, words }) =>
    all('table').flatMap(table => {
      const name = table.querySelector('caption')
      const heads = all('thead th', table).every(head => head.getAttribute('scope') === 'col' && words(head))
      const rows = all('tbody tr', table).every(row => row.querySelector('th[scope="row"]'))
      return name && words(name) && heads && rows ? [] : [`table ${name && words(name)}`]
    }),

  '53 the words of a link lead to one place': ({ all, words, typed }) => {
    const places = new Map<string, string>()
    return all('a[href]').flatMap(link => {
      if (link.closest('.prose') && typed(link)) return []
      const place = new URL(link.getAttribute('href') ?? '', location.href).href
      const before = places.get(words(link))
      places.set(words(link), before ?? place)
      return before && before !== place ? [`“${words(link)}” leads to ${before} and ${place}`] : []
    })
  },

  '55 a link stays in its window': ({ all, called }) =>
    all('a[target], a[download], form[target]').map(called),
}
