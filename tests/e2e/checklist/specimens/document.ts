import { type Specimens, said } from './page.ts'

/** What breaks each rule that is asked of the text alone, by the number of its item. */
export const text: Record<number, Specimens> = {
  1: {
    'no doctype': ['<!doctype html>', ''],
    'no language': [' lang="en"', ''],
    'no direction': [' dir="ltr"', ''],
  },
  2: {
    'no title': ['<title>Paint the pier – Holdfast</title>', ''],
    'a title in the body': ['</head>', '</head><title>Paint the pier – Holdfast</title>'],
    'two titles': ['</title>', '</title><title>Paint the pier – Holdfast</title>'],
  },
  3: {
    'the name of the desk first': ['Paint the pier – Holdfast', 'Holdfast – Paint the pier'],
    'the name of the desk alone': ['Paint the pier – Holdfast', 'Holdfast'],
  },
  4: {
    'an error in the title': ['<title>', '<title>Error: '],
    'an alert without it': said('<p role="alert">Something is wrong.</p>'),
  },
  5: { 'a page that cannot be enlarged': ['device-width', 'device-width, maximum-scale=1'] },
  8: {
    'a part that waits': said('<div hidden id="S:1">Later</div>'),
    'a place for it': said('<template id="B:1"></template>'),
  },
  9: { 'the blank page': ['<html lang', '<html id="__next_error__" lang'] },
  43: { 'a form that the browser judges': [' novalidate', ''] },
  55: {
    'a new window': said('<a href="/chart" target="_blank">The chart</a>'),
    'a page that loads itself': ['<title>', '<meta http-equiv="refresh" content="9"><title>'],
  },
}
