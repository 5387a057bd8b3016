import { type APIRequestContext, type APIResponse, expect } from '@playwright/test'

// The sign-in form stands for every form: it is there for everybody.
export const formPage = '/sign-in'

type Fields = Record<string, string>
type Sending = { to?: string; fields?: Fields; headers?: Fields; method?: string; body?: Buffer | string }

/** What a browser says of itself when it wants a page. */
export const asBrowser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

/** Posts a form to a page, by its fields or byte for byte. */
export async function post(
  request: APIRequestContext,
  { to = formPage, fields = {}, headers, body }: Sending,
) {
  return request.fetch(to, {
    method: 'POST',
    headers: { ...asBrowser, 'content-type': `multipart/form-data; boundary=${boundary}`, ...headers },
    data: body ?? multipart(fields),
    maxRedirects: 0,
  })
}

export const boundary = 'holdfast-test'

/** The body of a form as a browser writes it. */
export function multipart(fields: Fields): Buffer {
  return Buffer.concat([...Object.entries(fields).map(([name, value]) => part(name, value)), lastBoundary])
}

/** One field of such a body; `more` goes into its head, such as the name of a file. */
export function part(name: string, value: string | Buffer, more = ''): Buffer {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), Buffer.from(value), Buffer.from('\r\n')])
}

export const lastBoundary = Buffer.from(`--${boundary}--\r\n`)

/** The hidden fields of the form as the server rendered it: the names carry the action that Next calls. */
export async function hiddenFields(request: APIRequestContext): Promise<Fields> {
  const page = await (await request.get(formPage, { headers: asBrowser })).text()
  const inputs = page.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)
  const fields = Object.fromEntries([...inputs].map(([, name, value = '']) => [name!, plain(value)]))
  expect(Object.keys(fields).some(name => name.startsWith('$ACTION'))).toBe(true)
  return fields
}

function plain(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
}

/** Expects a whole page in words, of ours, with this status. */
export async function expectReadable(answer: APIResponse, status: number, words: RegExp): Promise<void> {
  const page = await answer.text()
  expect(answer.status()).toBe(status)
  expect(answer.headers()['content-type']).toMatch(/^text\/html/)
  expect(page).toMatch(/<html[^>]* lang="en"/)
  expect(page).toMatch(/<title>[^<]+<\/title>/)
  expect(page).toMatch(/<h1[^>]*>[^<]+<\/h1>/)
  expect(page).toMatch(words)
  expect(page).not.toMatch(/__next_error__/)
}
