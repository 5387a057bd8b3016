import { randomBytes } from 'node:crypto'
import type { PlainBrowser } from '#tests/chaos/plain-browser.ts'
import { filled, type ReadForm } from '#tests/chaos/read-form.ts'
import { readPage } from '#tests/chaos/read-page.ts'

/** A form that is filled in and ready to be sent. */
export type ReadyPost = { path: string; body: string; headers: Record<string, string> }

/** Opens a page as a browser without scripts does, and fills in the form with a text that is kept as a draft. */
export async function readyPost(
  browser: PlainBrowser,
  headers: Record<string, string>,
  path: string,
  values: Record<string, string>,
): Promise<ReadyPost> {
  const page = await browser.get(path)
  const form = page.kind === 'answer' && readPage(page.body).forms.find(isSent)
  if (!form) throw new Error(`There is no form at ${path}`)
  const boundary = `----bench${randomBytes(12).toString('hex')}`
  const fields = [...filled(form, values).fields, { name: 'intent', value: 'send' }]
  const parts = fields
    .filter(field => !('files' in field) && (!('choices' in field) || field.choices?.includes(field.value)))
    .map(
      ({ name, value }) =>
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
  return {
    path,
    body: `${parts.join('')}--${boundary}--\r\n`,
    headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}

function isSent({ buttons }: ReadForm): boolean {
  return buttons.some(({ name, value }) => name === 'intent' && value === 'send')
}
