import { absent, type Criterion, met, partly } from './criterion.ts'

const noMedia = 'The product has no audio and no video.'

/** WCAG 2.2, level AA. */
export const levelAA: Criterion[] = [
  absent('1.2.4', 'Captions (Live)', noMedia),
  absent('1.2.5', 'Audio Description (Prerecorded)', noMedia),
  met('1.3.4', 'Orientation', [24], 'No page asks how a screen is held.'),
  met('1.3.5', 'Identify Input Purpose', [40], 'What is asked about a person carries its token.'),
  met('1.4.3', 'Contrast (Minimum)', [18, 19], 'The stricter 1.4.6 is met.'),
  met('1.4.4', 'Resize Text', [24], 'Text of twice its size stays in the window.'),
  met('1.4.5', 'Images of Text', [50], 'There are none.'),
  met('1.4.10', 'Reflow', [24], 'At 320 pixels nothing is wider than the window.'),
  met('1.4.11', 'Non-text Contrast', [20, 21], 'Edges and the focus ring stand out at 3:1.'),
  met('1.4.12', 'Text Spacing', [25], 'Wider spacing cuts nothing off.'),
  met('1.4.13', 'Content on Hover or Focus', [33], 'Nothing appears on hover or focus but the skip link.'),
  met(
    '2.4.5',
    'Multiple Ways',
    [17],
    'Tickets are found through lists, filters, a search, their reference and the links in mails.',
  ),
  met('2.4.6', 'Headings and Labels', [12, 13, 35], 'Headings and labels say what they are for.'),
  met('2.4.7', 'Focus Visible', [29], 'The focus is a ring of 3 pixels.'),
  met('2.4.11', 'Focus Not Obscured (Minimum)', [30], 'Nothing stays in place over the page.'),
  met('2.5.7', 'Dragging Movements', [34], 'Nothing is dragged.'),
  met('2.5.8', 'Target Size (Minimum)', [31], 'The stricter 2.5.5 is met.'),
  partly(
    '3.1.2',
    'Language of Parts',
    [1, 51],
    'Our own words are in the language of the page; a message and its subject are in the one that their writer chose.',
    'What its writer did not mark, and words of another language inside a text, count as English.',
  ),
  met('3.2.3', 'Consistent Navigation', [17], 'The places stand in the same order on every page.'),
  met('3.2.4', 'Consistent Identification', [53], 'One place has one name.'),
  met('3.3.3', 'Error Suggestion', [41], 'Each error says what to do about it.'),
  met('3.3.4', 'Error Prevention (Legal, Financial, Data)', [46], 'Removing asks on a page of its own.'),
  met(
    '3.3.8',
    'Accessible Authentication (Minimum)',
    [40, 48],
    'There is no puzzle, and a password can be pasted.',
  ),
  met(
    '4.1.3',
    'Status Messages',
    [41, 58],
    'What was done takes the focus and stands in the title; a wait and what is new are told politely.',
  ),
]
