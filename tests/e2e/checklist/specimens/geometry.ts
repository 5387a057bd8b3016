import { pressed, type Specimens, styled } from './page.ts'

/** What breaks each rule of `rules/geometry.ts`. */
export const geometry: Record<string, Specimens> = {
  '20 parts keep their edges where colours are forced': { 'no edge': pressed('style="border: 0"') },
  '24 nothing is wider than the window': {
    'a wide part': styled('width: 400px; max-width: none'),
    'a part that grows with its text': styled('width: 45rem; max-width: none; font-size: 0.5rem'),
  },
  '25 wider spacing of text loses nothing': {
    'cut off': styled('height: 1.6em; overflow: hidden; white-space: nowrap; max-width: 20em'),
    'pushed out': styled('white-space: nowrap; max-width: none; font-size: 5.5px'),
  },
  '28 the order of Tab is that of the source': {
    'a number': pressed('tabindex="1"'),
    'moved by its style': styled('order: 1'),
    'turned round by its style': styled('display: flex; flex-direction: row-reverse'),
  },
  '30 nothing stays in place over the page': {
    'fixed to the window': styled('position: fixed'),
    sticky: styled('position: sticky'),
  },
  '31 what is pressed is 44 by 44, or a link within a sentence': {
    'a low button': pressed('style="min-height: 30px; height: 30px"'),
    'a narrow link that stands alone': [
      '<a href="/desk">The desk</a>',
      '<a href="/desk" style="display: inline">D</a>',
    ],
    'a choice with a low label': ['<label for="green">', '<label for="green" style="min-height: 20px">'],
  },
}
