import { expect, test } from 'vitest'
import { contentType } from '#src/files/content-type.ts'
import { photo, pngWithPlace, webpWithPlace } from '#tests/support/pictures.ts'

const of = (text: string) => contentType(Buffer.from(text))

test('Files are known by what they are', () => {
  expect(contentType(photo())).toBe('image/jpeg')
  expect(contentType(pngWithPlace)).toBe('image/png')
  expect(contentType(webpWithPlace)).toBe('image/webp')
  expect(of('GIF89a…')).toBe('image/gif')
  expect(of('%PDF-1.7')).toBe('application/pdf')
  expect(of('PK\x03\x04')).toBe('application/zip')
})

test('A text is one in any script, also where it is cut in the middle of a character', () => {
  expect(of('Grüße\r\n\tvon der Fähre')).toBe('text/plain')
  expect(contentType(Buffer.from('المراكب').subarray(0, 5))).toBe('text/plain')
  expect(contentType(Buffer.from([0x66, 0xfc, 0x72]))).toBe('application/octet-stream')
  expect(of('a\0b')).toBe('application/octet-stream')
  expect(of('')).toBe('application/octet-stream')
})

test('Markup has no type of its own, whatever it is called', () => {
  for (const markup of [
    '<!doctype html>',
    '  \n<svg onload=alert(1)>',
    '\ufeff<?xml version="1.0"?>',
    '<script>',
  ])
    expect(of(markup), markup).toBe('application/octet-stream')
})
