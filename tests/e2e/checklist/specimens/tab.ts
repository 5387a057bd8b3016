import { pressed, type Specimens, said } from './page.ts'

/** What breaks each rule of the keyboard, by the number of its item. */
export const keyboard: Record<number, Specimens> = {
  14: {
    'no skip link': ['<a class="skip" href="#main">Skip to the content</a>', ''],
    'another stop before it': ['<body>', '<body><a href="/">Holdfast</a>'],
    'a skip link that leads nowhere': ['href="#main"', 'href="#content"'],
  },
  27: {
    'a stop before its turn': pressed('tabindex="1"'),
    'a link that Tab does not reach': said('<a href="/chart" tabindex="-1">The chart</a>'),
  },
  29: {
    'no ring': pressed('style="outline: none"'),
    'a ring of one pixel': pressed('style="outline-width: 1px"'),
  },
  30: {
    'out of sight': pressed('style="position: absolute; left: -999px"'),
    'under something': ['</main>', '</main><div style="position: fixed; inset: 0; background: white"></div>'],
  },
}
