import { expect, test } from 'vitest'
import { fileWords } from '#src/files/words.ts'
import { sizeWords } from '#src/lib/size-words.ts'

test('A size is told in bytes, kilobytes or megabytes', () => {
  expect([0, 1, 999, 1000, 214_499, 1_000_000, 26_214_400].map(sizeWords)).toEqual([
    '0 bytes',
    '1 byte',
    '999 bytes',
    '1 kB',
    '214 kB',
    '1.0 MB',
    '26.2 MB',
  ])
})

test('What is not known is a file', () => {
  expect(fileWords({ type: 'image/png', size: 312 })).toBe('PNG picture, 312 bytes')
  expect(fileWords({ type: 'application/octet-stream', size: 1 })).toBe('File, 1 byte')
})
