import { expect, test } from 'vitest'
import { z } from 'zod'
import { readPost, submissionOf } from '#src/lib/forms/post.ts'
import { fill } from '#tests/support/visit.ts'

const form = z.object({
  body: z.string({ error: 'Write something.' }).min(1, 'Write something.'),
  seen: z.coerce.number().catch(0),
})
const elif = { userId: 'elif' }
const filled = (fields: Record<string, string | number>) => fill('test.form', elif, fields)
const read = (data: FormData) => readPost('test.form', form, data)

test('A post is its input, its token and its fingerprint', () => {
  const post = read(filled({ body: 'Hello', seen: 3 }))
  expect(post.input).toEqual({ body: 'Hello', seen: 3 })
  expect(submissionOf(post, 'elif')).toEqual(post.token)
  expect(post.data.has('k')).toBe(false)
})

test('The fingerprint tells one text from another; what the page had shown and what the form is called do not count', () => {
  const first = read(filled({ body: 'Hello', seen: 3 })).fingerprint
  expect(read(filled({ body: 'Hello', seen: 4 })).fingerprint).toBe(first)
  expect(read(filled({ body: 'Hello!', seen: 3 })).fingerprint).not.toBe(first)
  expect(readPost('test.renamed', form, filled({ body: 'Hello', seen: 3 })).fingerprint).toBe(first)
})

test('The order of the fields does not make another text of it, nor does it hide one that changed places', () => {
  const both = z.object({ subject: z.string(), body: z.string() })
  const print = (fields: Record<string, string>) => readPost('test.form', both, filled(fields)).fingerprint
  const first = print({ subject: 'Ramp', body: 'Pier' })
  expect(print({ body: 'Pier', subject: 'Ramp' })).toBe(first)
  expect(print({ subject: 'Pier', body: 'Ramp' })).not.toBe(first)
})

test('Line ends and fields that are not the form’s do not make another text of it', () => {
  const first = read(filled({ body: 'a\nb' })).fingerprint
  expect(read(filled({ body: 'a\r\nb', more: 'x' })).fingerprint).toBe(first)
})

test('A field that is sent twice is refused beside the field', () => {
  const data = filled({ body: 'Hello' })
  data.append('body', 'Hello again')
  expect(read(data).errors).toMatchObject({ fieldErrors: { body: ['Write something.'] } })
})

test('Nothing at all is refused beside the field too', () => {
  expect(read(new FormData()).errors).toMatchObject({ fieldErrors: { body: ['Write something.'] } })
})

test('Too much text is answered above the form, with the text kept', () => {
  const post = read(filled({ body: 'x'.repeat(200_001) }))
  expect(post.errors?.formErrors?.[0]).toContain('more text than the form can take')
  expect(post.data.get('body')).toHaveLength(200_001)
})

test.each<[string, string[]]>([
  ['a name that asks for five million places', ['tags[5000000]']],
  ['a name that is two thousand levels deep', [`a${'.a'.repeat(2000)}`]],
  ['ten thousand fields', Array.from({ length: 10_000 }, (_, number) => `field${number}`)],
  ['a broken intent and state of Conform', ['__intent__', '__state__']],
  ['names that reach for the prototype', ['__proto__.polluted', 'constructor.prototype.polluted']],
])('A post with %s is read in less than 50 ms and hurts nothing', (_, names) => {
  const data = filled({ body: 'Hello' })
  for (const name of names) data.append(name, '{')
  const started = performance.now()
  const post = read(data)
  expect(performance.now() - started).toBeLessThan(50)
  expect(post.data.get('body')).toBe('Hello')
  expect(Object.prototype).not.toHaveProperty('polluted')
})

test('A post without a token, and one for somebody else, are nobody’s submission', () => {
  const refusal = 'made more than a day ago, or for somebody else'
  expect(() => submissionOf(read(new FormData()), 'elif')).toThrow(refusal)
  expect(() => submissionOf(read(filled({ body: 'x' })), 'tom')).toThrow(refusal)
  expect(() => submissionOf(read(filled({ body: 'x' })), undefined)).toThrow(refusal)
  expect(submissionOf(read(fill('test.form', null, {})), undefined).person).toBe('')
})
