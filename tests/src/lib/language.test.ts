import { expect, test } from 'vitest'
import { inLanguage, isLanguage, ownNameOf } from '#src/lib/language.ts'

test.each(['de', 'zh-Hant', 'pt-BR', 'sr-Latn-RS', 'gsw'])('%s is a language as BCP 47 writes it', tag => {
  expect(isLanguage(tag)).toBe(true)
})

test.each(['', 'DE', 'german', 'zh_Hant', 'de"><script>', '-', 'x'.repeat(40)])('“%s” is none', tag => {
  expect(isLanguage(tag)).toBe(false)
  expect(inLanguage(tag)).toEqual({})
})

test.each([
  ['ar', 'rtl'],
  ['he', 'rtl'],
  ['fa', 'rtl'],
  ['ur', 'rtl'],
  ['yi', 'rtl'],
  ['pa-PK', 'rtl'],
  ['ckb', 'rtl'],
  ['az', 'ltr'],
  ['tr', 'ltr'],
  ['zh', 'ltr'],
  ['ar-Latn', 'ltr'],
])('A text in %s runs %s', (tag, dir) => {
  expect(inLanguage(tag)).toEqual({ lang: tag, dir })
})

test('A text whose language nobody said says none', () => {
  expect([inLanguage(null), inLanguage(undefined)]).toEqual([{}, {}])
})

test('A language has the name that it calls itself, with a capital where it has one', () => {
  expect(['de', 'fr', 'pt', 'tr', 'uk', 'ar', 'he', 'zh'].map(ownNameOf)).toEqual([
    'Deutsch',
    'Français',
    'Português',
    'Türkçe',
    'Українська',
    'العربية',
    'עברית',
    '中文',
  ])
})
