import { type Specimens, said } from './page.ts'

/** What breaks each rule of `rules/structure.ts`. */
export const structure: Record<string, Specimens> = {
  '7 ids are unique': { 'one id twice': said('<p id="email">Here.</p>') },
  '11 one banner, one main, one footer, and a name for each nav': {
    'two banners': ['<nav class="crumbs"', '<header></header><nav class="crumbs"'],
    'no main': ['<main id="main" tabindex="-1">', '<div id="main" tabindex="-1">'],
    'two footers': [
      '</body>',
      '<footer class="foot"><a href="/help">Help with this page</a></footer></body>',
    ],
    'a nav without a name': ['<nav aria-label="Main">', '<nav>'],
    'two navs of one name': said('<nav aria-label="Main"></nav>'),
  },
  '12 one first heading, which is the subject of the title': {
    'two of them': said('<h1>Paint the pier</h1>'),
    none: ['<h1>Paint the pier</h1>', ''],
    'another title': ['<title>Paint the pier', '<title>Paint the boat'],
  },
  '13 no level of headings is skipped': { 'from one to three': ['<h2>What was said</h2>', '<h3>Said</h3>'] },
  '15 a page below the first one says where it is': { 'it does not': [' aria-current="page"', ''] },
  '16 help is the first link of the footer': {
    'another link before it': ['<footer class="foot">', '<footer class="foot"><a href="/light">Light</a>'],
    'other words': ['Help with this page', 'Help'],
  },
  '26 the order of the source is the order of reading': {
    'the footer before the content': ['<main', '<footer class="foot"></footer><main'],
    'no way to skip': ['<a class="skip" href="#main">Skip to the content</a>', ''],
  },
  '50 an image has a text alternative or is silent': {
    'an image without words': said('<img src="data:,">'),
    'a drawing without a name': said('<svg role="img"></svg>'),
  },
  '52 a table has a caption, heads of columns and heads of rows': {
    'no caption': ['<caption>The piers</caption>', ''],
    'a column whose head is no head': ['<th scope="col">', '<th>'],
    'a column without words': ['<th scope="col">Pier', '<th scope="col">'],
    'a row without a head': ['<th scope="row">The western one</th>', '<td>The western one</td>'],
  },
  '53 the words of a link lead to one place': {
    'two places': said('<a href="/elsewhere">The pier</a>'),
  },
  '55 a link stays in its window': {
    'a new window': said('<a href="/chart" target="_blank">The chart</a>'),
    'a form in another window': ['method="post"', 'method="post" target="other"'],
  },
}
