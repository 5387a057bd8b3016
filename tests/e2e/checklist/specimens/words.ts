import { type Specimens, said, styled } from './page.ts'

/** What breaks each rule of `rules/words.ts`. */
export const wording: Record<string, Specimens> = {
  '22 a badge says its meaning in words': { 'a colour alone': said('<span class="badge"></span>') },
  '23 lines are at most 80 characters long, 1.5 high, and not justified': {
    'longer lines': styled('max-width: none; font-size: 9px'),
    'lower lines': styled('line-height: 1.2'),
    justified: styled('text-align: justify'),
  },
  '33 nothing is told by a title that only a pointer can find': {
    'a title': ['<p id="first">', '<p id="first" title="Before noon">'],
  },
  '51 what people write has the direction of its language, or finds its own': {
    'a paragraph without a direction': ['<p dir="auto">', '<p>'],
    'a language without a direction': ['<p dir="auto">', '<p lang="he">'],
  },
  '54 a moment is told to machines, with its zone in words': {
    'words alone': [' datetime="2026-11-30T10:05Z"', ''],
    'no zone': ['10:05 UTC', '10:05'],
    'an hour outside of time': said('<p>The ferry leaves at 10:05.</p>'),
  },
  '56 nothing moves': {
    'a transition': styled('transition: color 1s'),
    'an animation': styled('animation: wave 1s'),
  },
}
