import { absent, type Criterion, met, partly } from './criterion.ts'

const unheard = 'Nobody who uses a computer this way has judged it yet.'

/** Chapter 4 of EN 301 549 V3.2.1: what people can do, however they use a computer. */
export const functionalPerformance: Criterion[] = [
  partly('4.2.1', 'Usage without vision', [11, 26, 35, 41], 'Everything is text in order.', unheard),
  partly(
    '4.2.2',
    'Usage with limited vision',
    [18, 19, 20, 24, 25],
    'Text grows, and colours can be forced.',
    unheard,
  ),
  met('4.2.3', 'Usage without perception of colour', [20, 22], 'Colour only repeats what words say.'),
  met('4.2.4', 'Usage without hearing', [50], 'Nothing has to be heard.'),
  met('4.2.5', 'Usage with limited hearing', [50], 'Nothing has to be heard.'),
  met('4.2.6', 'Usage with no or limited vocal capability', [34], 'Nothing has to be said aloud.'),
  partly(
    '4.2.7',
    'Usage with limited manipulation or strength',
    [27, 31, 34],
    'A keyboard is enough.',
    unheard,
  ),
  met('4.2.8', 'Usage with limited reach', [27], 'It runs on the device that somebody has.'),
  met('4.2.9', 'Minimize photosensitive seizure triggers', [56], 'Nothing flashes.'),
  partly(
    '4.2.10',
    'Usage with limited cognition, language or learning',
    [38, 41, 42, 48],
    'Forms keep what was written and say what to do.',
    unheard,
  ),
  met('4.2.11', 'Privacy', [48], 'Accessible ways are the only ways, so none gives more away.'),
]

/** Chapter 5, as far as it is about a website. */
export const genericRequirements: Criterion[] = [
  met(
    '5.2',
    'Activation of accessibility features',
    [24, 56],
    'Settings of the system and the browser are enough.',
  ),
  absent('5.3', 'Biometrics', 'No biometrics are used.'),
  met(
    '5.4',
    'Preservation of accessibility information during conversion',
    [50],
    'A mail that is turned into text keeps the words of its pictures.',
  ),
]

/** Chapter 12: what is written about the product, and the help that people get. */
export const documentationAndSupport: Criterion[] = [
  met(
    '12.1.1',
    'Accessibility and compatibility features',
    [16],
    'They stand on this page and on the help page.',
  ),
  met('12.1.2', 'Accessible documentation', [6, 12, 53], 'The help page is a page as all others.'),
  met('12.2.2', 'Information on accessibility and compatibility features', [16], 'They stand on this page.'),
  partly(
    '12.2.3',
    'Effective communication',
    [17],
    'People say on their account page how to communicate with them, and agents see it on the ticket.',
    'How well a desk answers somebody’s needs depends on the people who run it.',
  ),
  met(
    '12.2.4',
    'Accessible documentation',
    [6, 12],
    'What we send is plain text, with HTML that says the same.',
  ),
]
