import { expect, test } from 'vitest'
import { seal, unseal } from '#src/lib/forms/seal.ts'

test('What was sealed is read with its label, and looks different each time', () => {
  const text = 'Grüße, سلام, 你好 👋'
  expect(unseal('elif', seal('elif', text))).toBe(text)
  expect(seal('elif', text)).not.toBe(seal('elif', text))
})

test('It is not read under another label', () => {
  expect(unseal('tom', seal('elif', 'text'))).toBeNull()
})

test('One changed character, a shortened text or nothing at all is not read', () => {
  const sealed = seal('elif', 'text')
  for (let place = 0; place < sealed.length - 1; place += 1) {
    const other = sealed[place] === 'A' ? 'B' : 'A'
    expect(unseal('elif', sealed.slice(0, place) + other + sealed.slice(place + 1)), String(place)).toBeNull()
  }
  expect(unseal('elif', sealed.slice(0, -4))).toBeNull()
  expect(unseal('elif', '')).toBeNull()
})
