import { PlainBrowser } from '#tests/chaos/plain-browser.ts'
import { filled, type ReadForm } from '#tests/chaos/read-form.ts'
import { readPage } from '#tests/chaos/read-page.ts'
import type { FormCase } from './every-form.ts'
import { newAddress, signedInAs } from './visit.ts'

/** Which desk a form is opened on, what is typed, and where it stands when its own page would take long to make. */
type Opening = { address: string; mark: string; path?: string }

/**
 * Opens the page of a form as its person does, with scripts off, and types into it. Resolves to where it stands, and to
 * what sends it by its button, or by another.
 */
export async function openForm(key: string, form: FormCase, { address, mark, path: known }: Opening) {
  const path = known ?? (await form.page())
  const typed = form.typed(mark)
  const { cookies = {} } = form.by ? await signedInAs(form.by) : {}
  const browser = new PlainBrowser(address, cookies, { 'x-forwarded-for': newAddress() })
  const page = await browser.get(path)
  const sheet = readPage(page.kind === 'answer' ? page.body : '').forms.find(isIt(key, typed))
  if (!sheet) throw new Error(`There is no form ${key} on ${path}`)
  return { path, send: (button = form.button) => browser.post(path, filled(sheet, typed), button) }
}

function isIt(key: string, typed: Record<string, string>) {
  const has = ({ fields }: ReadForm, name: string) => fields.some(field => field.name === name)
  return (form: ReadForm) =>
    form.isMultipart &&
    has(form, 'k') === (key !== 'auth/sign-out') &&
    Object.keys(typed).every(name => has(form, name))
}
