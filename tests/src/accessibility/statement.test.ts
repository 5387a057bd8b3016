import { expect, test } from 'vitest'
import { checks } from '#src/accessibility/checks.ts'
import { openAcr } from '#src/accessibility/openacr.ts'
import { chapters, readOn, resultWords } from '#src/accessibility/statement.ts'

const criteria = chapters.flatMap(chapter => chapter.criteria)
const numbersOf = (id: string) =>
  chapters.find(chapter => chapter.id === id)?.criteria.map(({ number }) => number)

/** Every success criterion of WCAG 2.2 by its guideline, in the letters of their levels (x: withdrawn, A). */
const levels: Record<string, string> = {
  '1.1': '1A',
  '1.2': '1A 2A 3A 4B 5B 6C 7C 8C 9C',
  '1.3': '1A 2A 3A 4B 5B 6C',
  '1.4': '1A 2A 3B 4B 5B 6C 7C 8C 9C 10B 11B 12B 13B',
  '2.1': '1A 2A 3C 4A',
  '2.2': '1A 2A 3C 4C 5C 6C',
  '2.3': '1A 2C 3C',
  '2.4': '1A 2A 3A 4A 5B 6B 7B 8C 9C 10C 11B 12C 13C',
  '2.5': '1A 2A 3A 4A 5C 6C 7B 8B',
  '3.1': '1A 2B 3C 4C 5C 6C',
  '3.2': '1A 2A 3B 4B 5C 6A',
  '3.3': '1A 2A 3B 4B 5C 6C 7A 8B 9C',
  '4.1': '1A 2A 3B',
}

const ofLevel = (letter: string) =>
  Object.entries(levels).flatMap(([guideline, all]) =>
    all.split(' ').flatMap(one => (one.endsWith(letter) ? [`${guideline}.${one.slice(0, -1)}`] : [])),
  )

test('every success criterion of WCAG 2.2 has its line, on its level', () => {
  expect(numbersOf('success_criteria_level_a')).toEqual(ofLevel('A'))
  expect(numbersOf('success_criteria_level_aa')).toEqual(ofLevel('B'))
  expect(numbersOf('success_criteria_level_aaa')).toEqual(ofLevel('C'))
})

test('every criterion has a result, and what is not whole says what is missing', () => {
  for (const { number, result, gap, words } of criteria) {
    expect(Object.keys(resultWords), number).toContain(result)
    expect(words, number).toMatch(/^[A-Z1-9“].*\.$/)
    const whole = result === 'supports' || result === 'not-applicable'
    expect(gap === undefined, number).toBe(whole)
  }
})

test('what is met was tested, by items that are there', () => {
  for (const { number, result, checks: items } of criteria) {
    if (result === 'supports' || result === 'partially-supports')
      expect(items.length, number).toBeGreaterThan(0)
    expect(
      items.filter(item => !checks[item]),
      number,
    ).toEqual([])
  }
})

test('only criteria of level AAA may be left without evaluation', () => {
  const left = criteria.filter(({ result }) => result === 'not-evaluated').map(({ number }) => number)
  expect(left.filter(number => !ofLevel('C').includes(number))).toEqual([])
})

test('every item of the checklist stands behind some criterion, but for those that are craft', () => {
  const craft = [5, 8, 9, 10, 43, 45, 54, 57]
  const used = new Set(criteria.flatMap(({ checks: items }) => items))
  const idle = Object.keys(checks)
    .map(Number)
    .filter(item => !used.has(item))
  expect(idle).toEqual(craft)
})

test('the report for machines has every criterion once, under terms and chapters that OpenACR knows', () => {
  const yaml = openAcr('desk@holdfast.test', 'https://desk.example')
  const lines = yaml.split('\n')
  expect(lines.filter(line => line.startsWith('      - num: '))).toHaveLength(criteria.length)
  const terms = ['supports', 'partially-supports', 'does-not-support', 'not-applicable', 'not-evaluated']
  const given = lines.flatMap(line => /^ {14}level: (.*)$/.exec(line)?.[1] ?? [])
  expect(given).toHaveLength(criteria.length)
  expect(given.filter(level => !terms.includes(level))).toEqual([])
  for (const needed of [
    'title: ',
    'product:',
    '  name: ',
    'author:',
    '  email: "desk@holdfast.test"',
    'chapters:',
  ])
    expect(
      lines.some(line => line.startsWith(needed)),
      needed,
    ).toBe(true)
  expect(yaml).toContain(`report_date: "${readOn}"`)
  // Nothing in it needs more of YAML than maps, lists, plain words and JSON strings.
  for (const line of lines.filter(Boolean))
    expect(line).toMatch(/^ *(- )?[\w.-]+:( (\d+|"(\\.|[^"\\])*"|[A-Za-z0-9.-]+))?$/)
})
