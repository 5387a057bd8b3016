import { expect, test } from 'vitest'
import { optionsOf } from '#src/ui/form/options.ts'

const people = [{ id: 'a', name: 'Ada' }]

test('A list offers none first, then everybody', () => {
  expect(optionsOf(people, 'Nobody')).toEqual([
    { value: '', label: 'Nobody' },
    { value: 'a', label: 'Ada' },
  ])
})

test('Who stands there now is offered, also when nobody could be given to them any more, and only once', () => {
  expect(optionsOf(people, 'Nobody', { id: 'b', name: 'Bram' }).at(-1)).toEqual({ value: 'b', label: 'Bram' })
  expect(optionsOf(people, 'Nobody', { id: 'a', name: 'Ada' })).toHaveLength(2)
  expect(optionsOf(people, 'Nobody', { id: null, name: null })).toHaveLength(2)
})
