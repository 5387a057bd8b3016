import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asksNothing, deskOperators, portalOperators, readSearch } from '#src/tickets/search-terms.ts'

const read = (typed: string) => readSearch(typed, deskOperators)
const words = (typed: string) => read(typed).words.map(({ text, exact, absent }) => [text, exact, absent])

describe('What somebody types into a search', () => {
  test('is words, exact words and words that must not be there', () => {
    expect(words('ferry "left on" -refund -"lost bag"')).toEqual([
      ['ferry', false, false],
      ['left on', true, false],
      ['refund', false, true],
      ['lost bag', true, true],
    ])
    expect(words('“left on” « la mer » 7:40 https://ferry.example/a?b=c e-mail')).toEqual([
      ['left on', true, false],
      [' la mer ', true, false],
      ['7:40', false, false],
      ['https://ferry.example/a?b=c', false, false],
      ['e-mail', false, false],
    ])
    expect(words('"never closed')).toEqual([['never closed', true, false]])
    expect(words('- -- ... ! ""')).toEqual([])
  })

  test('is filters, in any order and case', () => {
    const typed =
      'ferry STATUS:Open priority:high assignee:me team:parcels requester:"Elif B" after:2026-01 before:2026-02-15'
    expect(read(typed)).toMatchObject({
      status: 'open',
      priority: 'high',
      assignee: 'me',
      team: 'parcels',
      requester: ['Elif B'],
      after: new Date('2026-01-01T00:00:00Z'),
      before: new Date('2026-02-15T00:00:00Z'),
      problems: [],
    })
  })

  test('is a reference where nothing else was typed', () => {
    expect(read(' 0000-0000 ').reference).toBe('00000000')
    expect(read('ferry').reference).toBeUndefined()
  })

  test('is nothing when it is empty', () => {
    for (const typed of ['', '  ', '...', '\u200e']) expect(asksNothing(read(typed)), typed).toBe(true)
    for (const typed of ['a', 'status:open', 'foo:bar', '00000000'])
      expect(asksNothing(read(typed)), typed).toBe(false)
  })
})

describe('What is not understood is said in a whole sentence', () => {
  test.each([
    ['foo:bar', /“foo:” is no filter of this search.*status:, priority:/],
    ['-status:open', /“-status:” is no filter/],
    ['status:asleep', /“status:asleep” is not known.*status:open/],
    ['priority:9', /“priority:9” is not known/],
    ['before:2026-02-30', /“before:2026-02-30” is no day/],
    ['after:yesterday', /“after:yesterday” is no day/],
    ['before:2026-13', /is no day/],
    ['status:""', /Write something behind “status:”/],
    ['status:open status:closed', /“status:” only once/],
    ['after:2026-02 before:2026-01', /Change one of the days/],
    ['x'.repeat(301), /at most 300 characters/],
    ['a '.repeat(20), /at most 16 words/],
  ])('%s', (typed, words) => {
    const { problems } = read(typed)
    expect(problems.join(' ')).toMatch(words)
    for (const problem of problems) expect(problem).toMatch(/^[“A-Z].*\.$/)
  })

  test('and customers have fewer filters', () => {
    for (const typed of ['assignee:me', 'team:parcels', 'requester:elif', 'priority:high'])
      expect(readSearch(typed, portalOperators).problems, typed).toHaveLength(1)
    expect(readSearch('status:open before:2026', portalOperators).problems).toEqual([])
  })
})

test('Whatever is typed is read without a fault, and bounded', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), typed => {
      const { words, problems } = read(typed)
      return words.length <= 16 || problems.length > 0
    }),
  )
})
