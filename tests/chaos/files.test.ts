import { describe, expect, test } from 'vitest'
import { dice } from '#src/demo/dice.ts'
import { amissAmong } from './arrived.ts'
import { Chooser } from './chooser.ts'
import { amissOn, chosenOn } from './listed.ts'
import { multipart } from './multipart.ts'
import { ownFile } from './own-file.ts'
import { filled, type ReadForm, valueIn } from './read-form.ts'
import { readPage } from './read-page.ts'

type Named = { name: string; hash: string }
const [first, second] = [ownFile('kelp7x1234e', 1, 24), ownFile('kelp7x1234e', 2, 600)]
const sizes = [24, 600]

/** A form on its own page, which lists these files. */
function formListing(...files: Named[]): ReadForm {
  const listing = JSON.stringify(files.map(({ name, hash }) => ({ name, hash, proof: `of ${hash}` })))
  const buttons = files.map(
    ({ hash }) => `<button name="intent" value="remove-file of ${hash}">Remove</button>`,
  )
  return formOf(`<input name="upload" type="file" multiple><input name="files" type="hidden" value='${listing}'>
    <button name="intent" value="attach">Attach</button>${buttons.join('')}`)
}

/** A form on a page that stands in for its own, where nothing can be chosen. */
function standIn(...files: Named[]): ReadForm {
  return formOf(`<input name="files" type="hidden" value='${valueIn(formListing(...files), 'files')}'>`)
}

function formOf(fields: string): ReadForm {
  const [form] = readPage(`<form enctype="multipart/form-data">${fields}</form>`).forms
  if (!form) throw new Error('There is no form')
  return form
}

const hashes = (form: ReadForm) =>
  chosenOn(form)
    .map(({ hash }) => hash)
    .sort()

test('A file is the same for its mark, its number and its size, and nobody else has it', () => {
  expect(ownFile('kelp7x1234e', 1, 24)).toEqual(first)
  expect(first.bytes.length).toBe(24)
  const all = [first, second, ownFile('kelp8x1234e', 1, 24), ownFile('kelp7x1234e', 1, 25)]
  expect(new Set(all.map(({ hash }) => hash)).size).toBe(4)
})

test('A form is sent as browsers send it: with the bytes of what was chosen, and where nothing was, with an empty file', async () => {
  const form = filled(formOf('<textarea name="body"></textarea><input name="upload" type="file">'), {
    body: 'a\nb',
  })
  const sent = async (sheet: ReadForm) =>
    new Response(new Uint8Array(multipart(sheet, { name: 'intent', value: 'send' }, 'xx')), {
      headers: { 'content-type': 'multipart/form-data; boundary=xx' },
    }).formData()
  const empty = await sent(form)
  expect([empty.get('body'), empty.get('intent')]).toEqual(['a\r\nb', 'send'])
  expect(empty.get('upload')).toMatchObject({ name: '', size: 0 })
  const chooser = new Chooser({ sizes, way: 'at once', isEarly: false }, 'kelp7x1234e', dice('order'))
  const whole = await sent(chooser.fillIn(form))
  const files = whole.getAll('upload').filter(value => value instanceof File)
  expect(files.map(({ name }) => name).sort()).toEqual([first.name, second.name])
  const bytes = await Promise.all(
    files.map(async file => Buffer.from(await file.arrayBuffer()).toString('hex')),
  )
  expect(bytes.sort()).toEqual([first, second].map(file => file.bytes.toString('hex')).sort())
})

describe('Somebody who sends files', () => {
  const chooserOf = (way: 'at once' | 'attached first' | 'one taken out') =>
    new Chooser({ sizes, way, isEarly: false }, 'kelp7x1234e', dice('order'))

  test('chooses what is not listed, and sends it at once', () => {
    const chooser = chooserOf('at once')
    expect(hashes(chooser.fillIn(formListing()))).toEqual([first.hash, second.hash].sort())
    const rest = chooser.fillIn(formListing(second))
    expect(hashes(rest)).toEqual([first.hash])
    expect(chooser.buttonOn(rest)).toBeUndefined()
  })

  test('attaches first until all are listed', () => {
    const chooser = chooserOf('attached first')
    expect(chooser.buttonOn(chooser.fillIn(formListing(first)))?.value).toBe('attach')
    expect(chooser.buttonOn(chooser.fillIn(formListing(second, first)))).toBeUndefined()
  })

  test('takes out what was one too many, and does not choose it again', () => {
    const chooser = chooserOf('one taken out')
    const sheet = chooser.fillIn(formListing())
    expect(chosenOn(sheet)).toHaveLength(3)
    expect(chooser.buttonOn(sheet)?.value).toBe('attach')
    const listed = chooser.fillIn(formListing(...chosenOn(sheet)))
    expect(chosenOn(listed)).toEqual([])
    const mistaken = ownFile('kelp7x1234e', 0, 4000)
    expect(chooser.buttonOn(listed)?.value).toBe(`remove-file of ${mistaken.hash}`)
    expect(hashes(chooser.fillIn(formListing()))).toEqual([first.hash, second.hash].sort())
  })

  test('wants none where there is no field for them', () => {
    const chooser = chooserOf('at once')
    expect(chosenOn(chooser.fillIn(standIn()))).toEqual([])
    expect(chooser.wanted).toEqual([])
    chooser.fillIn(formListing())
    expect(chooser.wanted).toEqual([first, second])
  })
})

test('What was listed stays, what was chosen is there unless the fault was ours, and nothing else is', () => {
  const chooser = new Chooser({ sizes, way: 'at once', isEarly: false }, 'kelp7x1234e', dice('order'))
  const sheet = chooser.fillIn(formListing(first))
  const told = (status: number, ...files: Named[]) => amissOn(status, formListing(...files), sheet, 'send')
  expect(told(200, first, second)).toEqual([])
  expect(told(200, first)).toEqual([`${second.name} is not listed`])
  expect(told(503, first)).toEqual([])
  expect(amissOn(503, standIn(first), sheet, 'send')).toEqual([`${second.name} is not listed`])
  expect(amissOn(503, standIn(first, second), sheet, 'send')).toEqual([])
  expect(told(503, second)).toEqual([`${first.name} is not listed`])
  expect(told(503, first, second, second)).toEqual([`${second.name} is listed twice`])
  const other = ownFile('kelp8x1234e', 1, 24)
  expect(told(200, first, second, other)).toEqual([`${other.name} is listed, of which nothing was sent`])
  const removed = `remove-file of ${first.hash}`
  expect(amissOn(200, formListing(second), sheet, removed)).toEqual([])
  expect(amissOn(200, formListing(first, second), sheet, removed)).toHaveLength(1)
})

test('A message has the files that were sent with it, once each and whole', () => {
  const arrival = ({ name, hash }: Named) => ({ mark: 'kelp7x1234e', name, hash })
  const told = (...found: ReturnType<typeof arrival>[]) =>
    amissAmong(found, { mark: 'kelp7x1234e', files: [first, second] })
  expect(told(arrival(second), arrival(first))).toBeNull()
  expect(told(arrival(second))).toContain(`its message has ${second.name}`)
  expect(told(arrival(first), arrival(second), arrival(second))).toContain('its message has')
  expect(told(arrival(first), arrival({ ...second, hash: first.hash }))).toContain('its message has')
  const bare = { mark: 'kelp7x1234e', name: null, hash: null }
  expect(amissAmong([bare], { mark: 'kelp7x1234e', files: [first] })).toContain('its message has no file')
  expect(amissAmong([bare], { mark: 'kelp7x1234e', files: [] })).toBeNull()
  expect(amissAmong([], { mark: 'kelp7x1234e', files: [first] })).toBeNull()
})
