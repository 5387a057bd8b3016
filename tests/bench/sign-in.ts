import { demoPassword } from '#src/demo/cast.ts'
import { sessionCookieName } from '#src/lib/session-cookie.ts'
import { PlainBrowser } from '#tests/chaos/plain-browser.ts'
import { filled } from '#tests/chaos/read-form.ts'
import { readPage } from '#tests/chaos/read-page.ts'

/** Signs somebody of the desk in through the form, as they would, and resolves to their browser. */
export async function signedIn(address: string, email: string): Promise<PlainBrowser> {
  const browser = new PlainBrowser(address, {}, {})
  const page = await browser.get('/sign-in')
  const blank =
    page.kind === 'answer' &&
    readPage(page.body).forms.find(({ fields }) => fields.some(({ name }) => name === 'password'))
  if (!blank) throw new Error(`There is no form to sign in at ${address}`)
  await browser.post('/sign-in', filled(blank, { email, password: demoPassword }), null)
  if (!browser.cookie(sessionCookieName(address))) throw new Error(`${email} could not sign in`)
  return browser
}

/** What a browser with scripts says of itself when it asks for a page as this person. */
export function headersOf(browser: PlainBrowser, address: string): Record<string, string> {
  const name = sessionCookieName(address)
  return {
    accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    'accept-encoding': 'gzip, deflate, br',
    'accept-language': 'en',
    'sec-fetch-dest': 'document',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-site': 'same-origin',
    cookie: `${name}=${encodeURIComponent(browser.cookie(name) ?? '')}`,
  }
}
