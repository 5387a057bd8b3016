/** One item of the checklist, and the test that shows it: the words stand in the file. */
export type Check = { words: string; file: string; name: string }

const browser = 'tests/e2e/checklist'
const structure = `${browser}/rules/structure.ts`
const wording = `${browser}/rules/words.ts`
const forms = `${browser}/rules/forms.ts`
const geometry = `${browser}/rules/geometry.ts`
const raw = `${browser}/raw.spec.ts`
const text = `${browser}/rules/document.ts`
const axe = `${browser}/examine.ts`
const keyboard = `${browser}/rules/tab.ts`
const pixels = `${browser}/pixels.spec.ts`
const refused = `${browser}/refused.spec.ts`
const refusal = `${browser}/rules/refusal.ts`
const content = `${browser}/content.spec.ts`
const outcome = `${browser}/outcome.spec.ts`
const sources = 'tests/checklist.test.ts'
const styles = 'tests/src/ui/styles.test.ts'
const everyForm = 'tests/e2e/every-form'

const check = (words: string, file: string, name: string): Check => ({ words, file, name })

/** The checklist of 58 items, by number. `tests/checklist.test.ts` finds each name in its file. */
export const checks: Record<number, Check> = {
  1: check('Doctype, language and direction', text, '1 doctype, language, direction'),
  2: check('One title, in the head', text, '2 one title, in the head'),
  3: check(
    'The specific part of a title first, and a title for each page',
    text,
    '3 what the page is about first',
  ),
  4: check(
    '“Error:” in the title of a page with an error, and of no other',
    refused,
    '4 the title of a page with an error',
  ),
  5: check('A page can be enlarged', text, '5 the page can be enlarged'),
  6: check('The Nu checker finds no error', `${browser}/nu-checker.spec.ts`, 'The Nu checker finds no error'),
  7: check('Ids are unique', structure, '7 ids are unique'),
  8: check('Nothing waits for a script', text, '8 nothing waits for a script'),
  9: check('No page of the framework in place of ours', text, '9 no page of Next in place of ours'),
  10: check('The same words with scripts and without', outcome, 'says the same with scripts and without'),
  11: check('Landmarks', structure, '11 one banner, one main'),
  12: check('One first heading, the subject of the title', structure, '12 one first heading'),
  13: check('No level of headings is skipped', structure, '13 no level of headings is skipped'),
  14: check('The skip link is the first stop', keyboard, '14: the first stop is'),
  15: check('Breadcrumbs', structure, '15 a page below the first one says where it is'),
  16: check('Help stands in the same place', structure, '16 help is the first link of the footer'),
  17: check('The places stand in the same order', raw, 'item 17: the same places in the same order'),
  18: check('Contrast of 7:1 in light', axe, 'color-contrast-enhanced'),
  19: check('Contrast of 7:1 in dark', axe, '(dark)'),
  20: check('Edges where colours are forced', pixels, '20 and 29: edges and rings stand out'),
  21: check('Contrast of 3:1 for edges and rings', styles, 'stands out at 3:1 on every ground'),
  22: check('A badge says its meaning in words', wording, '22 a badge says its meaning in words'),
  23: check('Length and height of lines', wording, '23 lines are at most 80 characters'),
  24: check(
    'Nothing is wider than the window, at 320 pixels and with text of twice its size',
    geometry,
    '24 nothing is wider',
  ),
  25: check('Wider spacing of text loses nothing', geometry, '25 wider spacing of text loses nothing'),
  26: check('The order makes sense without styles', structure, '26 the order of the source'),
  27: check('Tab reaches everything, in order', keyboard, '27: stop'),
  28: check('Nothing jumps the queue of Tab', geometry, '28 the order of Tab is that of the source'),
  29: check('A ring round the focus, measured in pixels', pixels, '20 and 29: edges and rings stand out'),
  30: check('Nothing stays in place over the page', geometry, '30 nothing stays in place over the page'),
  31: check('Targets of 44 by 44 pixels', geometry, '31 what is pressed is 44 by 44'),
  32: check('No shortcuts of one character', sources, '32 no key does something by itself'),
  33: check('Nothing only on hover', sources, '33 what is hovered over only gets another line'),
  34: check('Nothing is dragged', sources, '34 nothing is dragged, drawn or shaken'),
  35: check('Labels in sight', forms, '35 each field has a label in sight'),
  36: check('Hint and error joined to their field', forms, '36 hint and error are joined'),
  37: check(
    'Only failing fields are called wrong',
    refusal,
    'is called wrong, and the summary does not say so',
  ),
  38: check('“Optional” is written out, and true', refusal, 'is called optional, and must not be empty'),
  39: check('Choices in groups with names', forms, '39 choices stand in a group'),
  40: check('Tokens for what is asked about a person', forms, '40 what is asked about a person'),
  41: check(
    'The summary of errors has the focus and leads to the fields',
    refusal,
    '41 the summary does not have the focus',
  ),
  42: check(
    'What was sent comes back after a refusal',
    `${everyForm}/odd-text.spec.ts`,
    'text that is too long comes back',
  ),
  43: check('The browser does not judge in our place', forms, '43 the browser does not judge'),
  44: check('No button is switched off, and none is needless', forms, '44 no button is switched off'),
  45: check('Empty, long, right-to-left and with emoji', content, 'keeps the checklist for its customer'),
  46: check('What cannot be undone asks first', sources, '46 what takes something away asks'),
  47: check(
    'An ended session keeps the text',
    `${everyForm}/expired-session-keeps-text.spec.ts`,
    'was deleted',
  ),
  48: check('No puzzle, and a password can be pasted', sources, '48 nothing asks for a puzzle'),
  49: check(
    'What is held is held for 24 hours',
    'tests/src/lib/forms/hold.test.ts',
    'After a day it is gone',
  ),
  50: check('Images have words or are silent', structure, '50 an image has a text alternative'),
  51: check('What people write finds its direction', content, 'undirected'),
  52: check('Tables have a caption and heads', structure, '52 a table has a caption'),
  53: check('The words of a link lead to one place', structure, '53 the words of a link lead to one place'),
  54: check('Moments for machines, with their zone in words', wording, '54 a moment is told to machines'),
  55: check('Links stay in their window', structure, '55 a link stays in its window'),
  56: check('Nothing moves', wording, '56 nothing moves'),
  57: check('A ticket on paper', outcome, 'A printed ticket has its reference'),
  58: check(
    'What was done is told, focused and in the title',
    outcome,
    'What was done stands above the page',
  ),
}
