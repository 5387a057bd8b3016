import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { UnreadNotice } from '#src/ui/form/held-notice.tsx'
import { isUnsure, lostOn, see, unreadable } from './judge.ts'
import type { Answer } from './plain-browser.ts'
import { filled, valueIn } from './read-form.ts'
import { readPage } from './read-page.ts'

const words = 'Everything that one needs to read about this ticket stands here. '.repeat(4)
const whole = (body: string) =>
  `<!doctype html><html lang="en"><head><title>A ticket</title></head><body><h1>A ticket</h1><p>${words}</p>${body}</body></html>`
const answered = (body: string, status = 200, type = 'text/html; charset=utf-8', location = ''): Answer => ({
  kind: 'answer',
  status,
  type,
  location,
  body,
})

const form = `<form enctype="multipart/form-data" method="post">
  <input type="hidden" name="k" value="1.2.3"><input name="subject" value="Lost &amp; found">
  <textarea name="body">\n\nTwo lines\nof text</textarea>
  <select name="priority"><option value="low">Low</option><option value="high" selected>High</option></select>
  <select name="team"><option>first</option><option>second</option></select>
  <input type="radio" name="kind" value="reply"><input type="radio" name="kind" value="note" checked>
  <input type="radio" name="mood" value="good"><input type="checkbox" name="urgent">
  <input type="checkbox" name="often" value="yes" checked><input name="old" disabled>
  <button name="intent" value="send">Send</button><button type="button" name="none">None</button></form>`

test('A form is read as a browser would send it', () => {
  const [read] = readPage(whole(form)).forms
  expect(read?.isMultipart).toBe(true)
  expect(Object.fromEntries(read?.fields.map(({ name, value }) => [name, value]) ?? [])).toEqual({
    k: '1.2.3',
    subject: 'Lost & found',
    body: '\nTwo lines\nof text',
    priority: 'high',
    team: 'first',
    kind: 'note',
    mood: '',
    urgent: '',
    often: 'yes',
  })
  expect(read?.buttons).toEqual([{ name: 'intent', value: 'send' }])
})

test('One can fill in only what is there', () => {
  const [read] = readPage(whole(form)).forms
  if (!read) throw new Error('There is no form')
  expect(valueIn(filled(read, { body: 'New', kind: 'reply' }), 'kind')).toBe('reply')
  expect(valueIn(read, 'kind')).toBe('note')
  expect(() => filled(read, { nobody: 'x' })).toThrow('no field nobody')
  expect(() => filled(read, { priority: 'middling' })).toThrow('cannot choose middling')
})

test('A page that can be read is whole; each thing that it lacks is named', () => {
  expect(unreadable(answered(whole('')))).toBeNull()
  expect(unreadable(answered(whole('').replace('<!doctype html>', '')))).toContain('doctype')
  expect(unreadable(answered(whole('').replace(' lang="en"', '')))).toContain('language')
  expect(unreadable(answered(whole('').replace('<title>A ticket</title>', '')))).toContain('title')
  expect(unreadable(answered(whole('').replace('<h1>A ticket</h1>', '')))).toContain('heading')
  expect(unreadable(answered(whole('').replace(words, `<script>${words}</script>`)))).toContain('text')
  expect(unreadable(answered('Internal Server Error', 500, 'text/plain'))).toContain('text/plain')
  expect(unreadable(answered('', 307))).toContain('307')
  expect(unreadable(answered('', 303, '', '//elsewhere.test'))).toContain('elsewhere')
  expect(unreadable({ kind: 'nothing', why: 'ECONNRESET' })).toBeNull()
})

test('What was typed must stand in the form again or in words, unless the page says that Back has it', () => {
  const typed = {
    subject: 'Lost & found',
    body: 'Two lines\nof text',
    priority: 'high',
    password: 'secret words',
  }
  const lost = (body: string) => {
    const seen = see(answered(body, 500))
    if (seen.kind !== 'page') throw new Error('This is no page')
    return lostOn(seen, seen.page.forms[0], typed, ['subject', 'body'])
  }
  expect(lost(whole(form.replace('\n\nTwo', '\nTwo')))).toEqual([])
  expect(lost(whole(form.replace('found', 'gone').replace('Two', '2')))).toEqual(['subject', 'body'])
  expect(lost(whole(form.replace(' selected', '').replace('\n\nTwo', '\nTwo')))).toEqual(['priority'])
  expect(lost(whole('<pre>Lost &amp; found</pre>'))).toEqual(['body'])
  expect(lost(whole('<p>Press Back. Nothing was sent.</p>'))).toEqual(['subject', 'body'])
  expect(lost(whole('<p>press Back in your browser, and it is still in the form</p>'))).toEqual([])
})

test('A page that could not look whether something is kept is known by its words', () => {
  const notice = renderToStaticMarkup(createElement(UnreadNotice, { reference: '0123ABCD' }))
  expect(isUnsure(readPage(whole(notice)))).toBe(true)
  expect(isUnsure(readPage(whole(form)))).toBe(false)
})
