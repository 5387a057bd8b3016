import { expect, test } from 'vitest'
import { askedVersion, versionOf } from '#src/lib/http/light-version.ts'

test.each<[string, Record<string, string>, boolean | null]>([
  ['no cookie', {}, null],
  ['another cookie', { cookie: 'holdfast=light; not-holdfast-version=light' }, null],
  ['the light one', { cookie: 'a=b; holdfast-version=light; c=d' }, true],
  ['the full one', { cookie: 'holdfast-version=full' }, false],
  ['something else', { cookie: 'holdfast-version=lightly' }, null],
])('with %s the browser has chosen %j', (_, headers, browser) => {
  expect(askedVersion({ headers }, false).browser).toBe(browser)
})

test.each([
  [undefined, false],
  ['on', true],
  ['On', true],
  ['off', false],
])('Save-Data: %s', (saveData, saving) => {
  expect(askedVersion({ headers: { 'save-data': saveData } }, false).saving).toBe(saving)
})

const nothing = { always: false, account: null, browser: null, saving: false }

test('the desk decides before the account, the account before the browser, and that before what it says', () => {
  expect(versionOf(nothing)).toEqual({ light: false, because: null })
  expect(versionOf({ ...nothing, saving: true })).toEqual({ light: true, because: 'saving' })
  expect(versionOf({ ...nothing, saving: true, browser: false })).toEqual({
    light: false,
    because: 'browser',
  })
  expect(versionOf({ ...nothing, browser: false, account: true })).toEqual({
    light: true,
    because: 'account',
  })
  expect(versionOf({ ...nothing, account: false, always: true })).toEqual({ light: true, because: 'always' })
})
