import { describe, expect, test } from 'vitest'
import { foldHistory } from '#src/inbound/fold-history.ts'
import { answerLine } from '#src/mail/answer-line.ts'

const history = [
  'On Mon, 23 Nov 2026 at 09:00, Kelp Bay <help@kelpbay.test> wrote:',
  '> We found it.',
  '> - Ada',
]

describe('Earlier mail below the answer is folded away', () => {
  test.each([
    ['English', history],
    ['French', ['Le lun. 23 nov. 2026 à 09:00, Kelp Bay <help@kelpbay.test> a écrit :', '', '> Trouvé.']],
    ['German', ['Am 23.11.2026 um 09:00 schrieb Kelp Bay:', '> Gefunden.']],
    ['Turkish', ['23 Kas 2026 Pzt 09:00 tarihinde Kelp Bay <help@kelpbay.test> şunu yazdı:', '> Bulduk.']],
    ['Japanese', ['2026年11月23日(月) 9:00 Kelp Bay <help@kelpbay.test>:', '', '> 見つかりました。']],
    ['without quote marks', ['On Monday, Kelp Bay wrote:', 'We found it.', 'Ada']],
    [
      'broken over lines',
      ['On Mon, 23 Nov 2026 at 09:00, Kelp Bay Ferries', '<help@kelpbay.test> wrote:', '> Hi'],
    ],
    [
      'Outlook',
      ['From: Kelp Bay <help@kelpbay.test>', 'Sent: Monday', 'To: Elif', 'Subject: Bicycle', '', 'Hi'],
    ],
    ['Outlook in German', ['Von: Kelp Bay', 'Gesendet: Montag', 'An: Elif', 'Betreff: Fahrrad', '', 'Hallo']],
    ['a reply marker', [answerLine, 'We found it.']],
  ])('%s', (_, below) => {
    const found = foldHistory(['Thank you!', '', ...below].join('\n'))
    expect(found).toEqual({ body: 'Thank you!', folded: below.join('\n') })
  })
})

test('Answers between the lines of a quote keep the quote that they answer', () => {
  const text = [...history, '', 'Which pier?', '', '> It is green.', '', 'Mine is red.'].join('\n')
  expect(foldHistory(text)).toEqual({ body: text, folded: '' })
})

test('After answers between the lines, what is left of the quote is folded away', () => {
  const answers = ['> Which pier?', 'The north one.']
  const found = foldHistory([...answers, '', '> And when?', '> - Ada'].join('\n'))
  expect(found).toEqual({ body: answers.join('\n'), folded: '> And when?\n> - Ada' })
})

test('An answer below the whole quote is found', () => {
  const found = foldHistory([...history, '', 'Thank you!', '', '-- ', 'Elif'].join('\n'))
  expect(found).toEqual({ body: 'Thank you!', folded: `${history.join('\n')}\n\n-- \nElif` })
})

test('Where nothing else would be left, the text stays whole', () => {
  for (const text of [history.join('\n'), 'Sent from my phone', '-- \nElif'])
    expect(foldHistory(text)).toEqual({ body: text, folded: '' })
})

test.each([
  'I choose the following:\n- the red one\n- the blue one',
  'The options were -- as far as I know -- two.',
  'From: the pier\nI walked home.',
  'Begin forwarded message:\n\nFrom: Kelp Bay\nDate: Monday\nTo: Elif\nSubject: Bicycle\n\nWe found it.',
  'Look at this:\n\n---------- Weitergeleitete Nachricht ---------\nVon: Kelp Bay\nDatum: Montag\nAn: Elif\nBetreff: Rad\n\nHier.',
  'Steps:\n1. open it\n2. see\n----------------------\nTotal: 2',
])('What somebody wants to say is left alone: %#', text => {
  expect(foldHistory(text)).toEqual({ body: text, folded: '' })
})

test('Not a line is lost, whatever is folded', () => {
  const text = ['', ...history, '', 'Thank you!', '', 'Sent from my phone', '', ...history, ''].join('\n')
  const { body, folded } = foldHistory(text)
  const words = (all: string) => all.split(/\s+/).filter(Boolean).sort()
  expect(words(`${body}\n${folded}`)).toEqual(words(text))
})

test('Mail that was made to be slow is read in a moment', () => {
  const hostile = [
    'a 1:\n',
    '> x\ny 1:\n',
    '> x\n\n\n\ny 1:\n',
    'From: x\n',
    '--\n',
    'On x wrote ',
    'Sent from my x\n',
  ]
  const before = performance.now()
  for (const part of hostile) foldHistory(part.repeat(Math.ceil(500_000 / part.length)))
  expect(performance.now() - before).toBeLessThan(20_000)
})
