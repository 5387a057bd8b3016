import { expect, test } from 'vitest'
import { leftAlone } from '#src/lib/forms/left-alone.ts'

test('A field that was sent as the page had shown it was left alone, also when it is empty', () => {
  const typed = { priority: 'normal', wasPriority: 'normal', assignee: '', wasAssignee: '', wasTeam: '' }
  expect(leftAlone(typed)).toEqual({ wasPriority: 'normal', wasAssignee: '', wasTeam: '' })
})

test('A field that was changed, or that chose nothing, was not', () => {
  const typed = {
    priority: 'high',
    wasPriority: 'normal',
    status: '',
    wasStatus: 'open',
    team: 'access',
    wasTeam: '',
  }
  expect(leftAlone(typed)).toEqual({})
})

test('Other fields are none of its business', () => {
  expect(leftAlone({ body: 'x', washing: 'x', was: '', wasTeam: ['a'], team: ['a'] })).toEqual({})
})
