import { readFileSync } from 'node:fs'
import { demoPassword } from '#src/demo/cast.ts'
import { unreadable } from '#tests/chaos/judge.ts'
import { type Answer, PlainBrowser } from '#tests/chaos/plain-browser.ts'
import { filled, type ReadForm, valueIn } from '#tests/chaos/read-form.ts'
import { type ReadPage, readPage } from '#tests/chaos/read-page.ts'
import { certificateFile } from '#tests/support/tls-front.ts'

type Values = Record<string, string>
type Whole = Answer & { kind: 'answer' }

const sending = { name: 'intent', value: 'send' }

/** Somebody without scripts, who expects a whole page in answer to every request, or the way to one. Anything else throws. */
export class Visitor {
  readonly #browser: PlainBrowser

  constructor(address: string, headers: Values = {}) {
    this.#browser = new PlainBrowser(address, {}, headers, readFileSync(certificateFile))
  }

  /** Asks for a page; whatever page that comes to. */
  async get(path: string): Promise<Whole> {
    return whole(await this.#browser.get(path), `GET ${path}`)
  }

  async read(path: string): Promise<ReadPage> {
    const answer = await this.get(path)
    if (answer.status !== 200) throw new Error(`GET ${path}: ${answer.status} to "${answer.location}"`)
    return readPage(answer.body)
  }

  /** Opens the page at `path` and fills in the form on it that has these fields. */
  async open(path: string, values: Values): Promise<ReadForm> {
    const { forms } = await this.read(path)
    const [name = ''] = Object.keys(values)
    const form = forms.find(one => valueIn(one, 'k') !== undefined && valueIn(one, name) !== undefined)
    if (!form) throw new Error(`${path} has no form with ${name}`)
    return filled(form, values)
  }

  /** Sends a form; whatever page it is answered with. */
  async post(path: string, form: ReadForm): Promise<Whole> {
    const button = form.buttons.find(({ name }) => name === sending.name) ? sending : null
    return whole(await this.#browser.post(path, form, button), `POST ${path}`)
  }

  /** Opens a form, sends it, and sees on the page after it that it was taken. Resolves to where that is. */
  async send(path: string, values: Values, expected: string): Promise<string> {
    const { status, location, body } = await this.post(path, await this.open(path, values))
    if (status !== 303) throw new Error(`POST ${path}: ${status} ${readPage(body).text.slice(0, 500)}`)
    const { text } = await this.read(location)
    if (!text.includes(expected)) throw new Error(`${location} does not show ${expected}`)
    return location
  }

  async signIn({ email, name }: { email: string; name: string }): Promise<void> {
    await this.send('/sign-in', { email, password: demoPassword }, name)
  }
}

function whole(answer: Answer, asked: string): Whole {
  if (answer.kind === 'nothing') throw new Error(`${asked}: ${answer.why}`)
  const wrong = unreadable(answer)
  if (wrong) throw new Error(`${asked}: ${wrong}`)
  return answer
}
