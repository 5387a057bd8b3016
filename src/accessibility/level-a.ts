import { absent, type Criterion, met } from './criterion.ts'

const noMedia = 'The product has no audio and no video.'

/** WCAG 2.2, level A. */
export const levelA: Criterion[] = [
  met(
    '1.1.1',
    'Non-text Content',
    [50],
    'The only image of ours is the mark, silent beside the written name; attached pictures are links in words.',
  ),
  absent('1.2.1', 'Audio-only and Video-only (Prerecorded)', noMedia),
  absent('1.2.2', 'Captions (Prerecorded)', noMedia),
  absent('1.2.3', 'Audio Description or Media Alternative (Prerecorded)', noMedia),
  met('1.3.1', 'Info and Relationships', [11, 13, 35, 36, 39, 52], 'Structure is native HTML.'),
  met('1.3.2', 'Meaningful Sequence', [26, 28], 'The order of the source is the order of reading.'),
  met('1.3.3', 'Sensory Characteristics', [22], 'Instructions name things by their words.'),
  met('1.4.1', 'Use of Color', [20, 22], 'A status and lateness are words before they are a colour.'),
  absent('1.4.2', 'Audio Control', noMedia),
  met('2.1.1', 'Keyboard', [14, 27], 'Every control is a native one and is reached by Tab.'),
  met('2.1.2', 'No Keyboard Trap', [27], 'Tab walks through every page to its end.'),
  met('2.1.4', 'Character Key Shortcuts', [32], 'There are no shortcuts, and none can be switched on.'),
  met(
    '2.2.1',
    'Timing Adjustable',
    [47, 49],
    'A session lasts seven days, and what is sent after its end is kept.',
  ),
  met(
    '2.2.2',
    'Pause, Stop, Hide',
    [56],
    'Nothing moves or blinks. Due times count on by the minute; the light version of each page stands still.',
  ),
  met('2.3.1', 'Three Flashes or Below Threshold', [56], 'Nothing flashes.'),
  met('2.4.1', 'Bypass Blocks', [14], 'The skip link is the first stop of every page.'),
  met('2.4.2', 'Page Titled', [2, 3, 4], 'Each page has a title of its own, the specific part first.'),
  met('2.4.3', 'Focus Order', [27, 28, 41], 'The focus follows the source and goes to what is new.'),
  met('2.4.4', 'Link Purpose (In Context)', [53], 'The words of a link lead to one place.'),
  met('2.5.1', 'Pointer Gestures', [34], 'There are no gestures.'),
  met(
    '2.5.2',
    'Pointer Cancellation',
    [44],
    'Links and buttons act when the pointer is let go, as browsers do it.',
  ),
  met('2.5.3', 'Label in Name', [35], 'The name of a control is the words in sight.'),
  absent('2.5.4', 'Motion Actuation', 'Nothing is operated by motion.'),
  met('3.1.1', 'Language of Page', [1], 'Each page says its language.'),
  met('3.2.1', 'On Focus', [27, 44], 'Focus changes nothing.'),
  met('3.2.2', 'On Input', [44], 'Nothing is sent before a button is pressed.'),
  met('3.2.6', 'Consistent Help', [16], 'Help is the first link of the footer of every page.'),
  met(
    '3.3.1',
    'Error Identification',
    [4, 36, 37, 41],
    'Errors are listed above the form and stand beside their field.',
  ),
  met('3.3.2', 'Labels or Instructions', [35, 38], 'Each field has a label, and “optional” is written out.'),
  met('3.3.7', 'Redundant Entry', [42], 'What was given comes back after a refusal, but for passwords.'),
  met('4.1.1', 'Parsing', [6, 7], 'WCAG 2.2 has withdrawn it; the markup is checked nevertheless.'),
  met('4.1.2', 'Name, Role, Value', [11, 35, 39], 'Controls are native and named by their labels.'),
]
