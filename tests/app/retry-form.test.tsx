import { resolve } from 'node:path'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { chosenFields, typedFields } from '#app/retry/field-words.ts'
import { hasText, RetryForm } from '#app/retry/retry-form.tsx'
import { reportOf } from '#src/lib/forms/report.ts'
import type { Unsent } from '#src/lib/forms/unsent.ts'
import { sourcesIn } from '#tests/support/sources.ts'

/** Every form of the product by its name in the code, such as `replyForm`. */
const forms = await everyForm()

/** What nobody types: what a form is about, where it leads, what its page had shown, and choices by id. */
const untyped = /^(\w+Id|reference|files|token|link|mailbox|to|next|seen|was[A-Z]\w*|team)$/

/** Some words that people write. A field that takes any of them as they are is one to write in. */
const wordsOfPeople = ['It rained', 'ada@example.org', '60', 'kelp forest under glass']

// The field for files says what the settings allow.
beforeAll(() => {
  process.env.DATABASE_URL = 'postgres://localhost/none'
  process.env.BETTER_AUTH_SECRET = 'x'.repeat(32)
  process.env.BETTER_AUTH_URL = 'http://localhost:3000'
})

describe('The page that stands in for the page of a form', () => {
  test('knows every form there is', () => {
    expect(Object.keys(forms).length).toBeGreaterThan(25)
  })

  test.each(Object.entries(forms))('has a label for everything that is written in %s', (_, form) => {
    const written = Object.entries(form.shape).filter(([, field]) =>
      wordsOfPeople.some(words => takesAsItIs(field, words)),
    )
    const unknown = written.map(([name]) => name).filter(name => !(name in typedFields || untyped.test(name)))
    expect(unknown).toEqual([])
  })

  test.each(Object.entries(forms))('names what is chosen from a few in %s', (_, form) => {
    for (const [name, field] of Object.entries(form.shape).filter(([name]) => !untyped.test(name)))
      for (const value of choicesOf(field))
        expect(chosenFields[name]?.nameOf(value), `${name}: ${value}`).toBeTruthy()
  })

  test('shows what was written and chosen, and carries the rest as it was', () => {
    const page = shown({ body: 'A <b>long</b> story', kind: 'note', priority: 'high', reference: 'K7M29QXD' })
    expect(page).toContain('A &lt;b&gt;long&lt;/b&gt; story</textarea>')
    expect(page).toMatch(/An internal note.*High/)
    expect(page).toContain('type="hidden" name="reference" value="K7M29QXD"')
    expect(page).toContain('type="hidden" name="kind" value="note"')
    expect(page).not.toMatch(/type="hidden" name="body"/)
  })

  test('asks for a secret again, also for one whose field it does not know', () => {
    const page = shown({ email: 'ada@example.org', password: '', pin: '' }, ['password', 'pin'])
    expect(page).toMatch(/<input[^>]*type="password"[^>]*name="password" value=""/)
    expect(page).toMatch(/<input[^>]*type="password"[^>]*name="pin" value=""/)
    expect(page).not.toMatch(/type="hidden" name="(password|pin)"/)
  })

  test('lists the files that are kept, and carries them', () => {
    const page = shown({ body: 'Hm', files: listing, intent: 'send' })
    expect(page).toContain('Attached files')
    expect(page).toMatch(/<input type="hidden" name="files" value="[^"]+pier.jpg/)
    expect(page).toContain('type="hidden" name="intent" value="send"')
    expect(page).not.toContain('type="file"')
  })

  test('has files chosen again that could not be kept, beside those that are, and then does what was asked for', () => {
    const posted = { body: 'Hm', files: listing, intent: 'send-next' }
    const page = shown(posted, [], { upload: ['What you chose could not all be kept.'] })
    expect(page).toMatch(/<input[^>]*type="file"[^>]*name="upload"/)
    expect(page).toMatch(/<p class="error"[^>]*>.*What you chose could not all be kept\./)
    expect(page).toMatch(/<bdi>pier.jpg<\/bdi>.*Remove/)
    expect(page.match(/name="files"/g)).toHaveLength(1)
    expect(page).not.toContain('type="hidden" name="intent"')
    expect(page).toContain('value="send-next" name="intent">Try again</button>')
    expect(shown({ body: 'Hm' }, [], { upload: ['It is empty.'] })).toContain(
      'value="send" name="intent">Try again<',
    )
  })

  test('knows a form that somebody wrote in from one that only asks', () => {
    expect(hasText(unsentOf({ reference: 'K7M29QXD', body: 'Hm' }))).toBe(true)
    expect(hasText(unsentOf({ reference: 'K7M29QXD', body: '', password: '' }, ['password']))).toBe(false)
  })
})

const listing = JSON.stringify([{ hash: 'a', name: 'pier.jpg', words: 'JPEG picture, 70 kB', proof: 'b' }])

function shown(...given: Parameters<typeof unsentOf>): string {
  return renderToStaticMarkup(<RetryForm unsent={unsentOf(...given)} title="Try sending this again" />)
}

function unsentOf(
  posted: Record<string, string>,
  secret: string[] = [],
  fieldErrors: Record<string, string[]> = {},
): Unsent {
  const data = new FormData()
  for (const [field, value] of Object.entries(posted)) data.set(field, value)
  const report = reportOf(data, { formErrors: ['It did not work.'], fieldErrors }, secret)
  const action = async () => report
  return { name: 'test.form', action, token: 'signed', posted, secret, report }
}

async function everyForm(): Promise<Record<string, z.ZodObject>> {
  const files = sourcesIn('src').filter(({ path }) => path.endsWith('/forms.ts'))
  const modules = await Promise.all(files.map(({ path }) => import(resolve(path))))
  const exported = modules.flatMap(module => Object.entries<unknown>(module))
  return Object.fromEntries(
    exported.filter((entry): entry is [string, z.ZodObject] => entry[1] instanceof z.ZodObject),
  )
}

function takesAsItIs(field: z.core.$ZodType, words: string): boolean {
  const read = z.safeParse(field, words)
  return read.success && String(read.data) === words
}

// Where nothing is chosen, such as an empty box, there is nothing to name.
const notNone = (value: string) => value !== ''

// Some choices are read forgivingly (`catch`), or may be left out: what they offer stands further inside.
function choicesOf(field: unknown): string[] {
  if (field instanceof z.ZodEnum) return field.options.map(String).filter(notNone)
  if (field instanceof z.ZodOptional || field instanceof z.ZodDefault) return choicesOf(field.unwrap())
  return []
}
