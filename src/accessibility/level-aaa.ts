import { absent, type Criterion, met, open, partly } from './criterion.ts'

const noMedia = 'The product has no audio and no video.'

/** WCAG 2.2, level AAA. Criteria of this level are claimed one by one, never the level as a whole. */
export const levelAAA: Criterion[] = [
  ...[
    'Sign Language (Prerecorded)',
    'Extended Audio Description (Prerecorded)',
    'Media Alternative (Prerecorded)',
    'Audio-only (Live)',
  ].map((name, at) => absent(`1.2.${6 + at}`, name, noMedia)),
  met('1.3.6', 'Identify Purpose', [11, 40], 'Landmarks are named, and there is no control without words.'),
  met('1.4.6', 'Contrast (Enhanced)', [18, 19], 'Text stands out at 7:1, in light and in dark.'),
  absent('1.4.7', 'Low or No Background Audio', noMedia),
  met(
    '1.4.8',
    'Visual Presentation',
    [23, 24],
    'Lines have at most 80 characters, are 1.5 high and not justified.',
  ),
  met('1.4.9', 'Images of Text (No Exception)', [50], 'There are none.'),
  met('2.1.3', 'Keyboard (No Exception)', [27, 34], 'Everything is done by keyboard.'),
  met('2.2.3', 'No Timing', [49], 'No task is bound to a time.'),
  met(
    '2.2.4',
    'Interruptions',
    [55, 56],
    'No page refreshes by itself, and none tells of news unless that was asked of it.',
  ),
  met('2.2.5', 'Re-authenticating', [47], 'After signing in again, what was sent is back in its form.'),
  met('2.2.6', 'Timeouts', [47, 49], 'What is sent after a session has ended is kept for 24 hours.'),
  met('2.3.2', 'Three Flashes', [56], 'Nothing flashes.'),
  met('2.3.3', 'Animation from Interactions', [56], 'Nothing moves.'),
  met('2.4.8', 'Location', [15], 'Breadcrumbs say where a page stands.'),
  met('2.4.9', 'Link Purpose (Link Only)', [53], 'The words of a link lead to one place.'),
  met('2.4.10', 'Section Headings', [12, 13], 'Sections and messages have headings.'),
  met('2.4.12', 'Focus Not Obscured (Enhanced)', [30], 'Nothing stays in place over the page.'),
  met(
    '2.4.13',
    'Focus Appearance',
    [21, 29],
    'The ring is 3 pixels wide, 2 pixels away, and stands out at 3:1.',
  ),
  met(
    '2.5.5',
    'Target Size (Enhanced)',
    [31],
    'What is pressed is 44 by 44 pixels, but for links within sentences.',
  ),
  met('2.5.6', 'Concurrent Input Mechanisms', [34], 'No way of input is kept out.'),
  partly(
    '3.1.3',
    'Unusual Words',
    [16],
    'The help page says what each status means.',
    'There is no glossary of every word of a helpdesk.',
  ),
  open('3.1.4', 'Abbreviations', 'No list of the abbreviations that we use was made.'),
  open('3.1.5', 'Reading Level', 'No reading level was measured, and people write what they write.'),
  open('3.1.6', 'Pronunciation', 'Nobody has looked for words whose meaning depends on how they are said.'),
  met('3.2.5', 'Change on Request', [44, 55], 'Nothing changes but by a link or a button.'),
  met('3.3.5', 'Help', [16, 36], 'Hints stand beside fields, and help is in the footer of every page.'),
  met('3.3.6', 'Error Prevention (All)', [41, 46], 'Every form is checked, can be undone, or asks first.'),
  met('3.3.9', 'Accessible Authentication (Enhanced)', [40, 48], 'There is no puzzle of any kind.'),
]
