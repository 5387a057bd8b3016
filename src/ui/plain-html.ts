import { Fragment, isValidElement, type ReactNode } from 'react'

type Element = { type: unknown; props: Attributes }
type Attributes = { children?: ReactNode } & Record<string, unknown>

/**
 * The HTML of elements that scripts never change: what React's `renderToStaticMarkup` makes of them, in a quarter of the
 * time. Null for what it does not know (another attribute, a client component, something async): then React has to do it.
 */
export function plainHtml(children: ReactNode): string | null {
  try {
    return htmlOf(children)
  } catch {
    return null
  }
}

function htmlOf(node: ReactNode): string {
  if (typeof node === 'string') return escaped(node)
  if (typeof node === 'number') return String(node)
  if (node === null || node === undefined || typeof node === 'boolean') return ''
  if (Array.isArray(node)) return joined(node)
  if (isValidElement<Attributes>(node)) return htmlOfElement(node)
  throw unknown
}

function joined(nodes: ReactNode[]): string {
  let html = ''
  for (const node of nodes) html += htmlOf(node)
  return html
}

function htmlOfElement({ type, props }: Element): string {
  if (type === Fragment) return htmlOf(props.children)
  if (typeof type === 'function') return htmlOf(Reflect.apply(type, undefined, [props]))
  if (typeof type !== 'string' || !plainTags.has(type)) throw unknown
  let html = `<${type}`
  for (const name in props) if (name !== 'children') html += attribute(name, props[name])
  return voidTags.has(type) ? `${html}/>` : `${html}>${htmlOf(props.children)}</${type}>`
}

function attribute(name: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  const written = plainAttributes[name] ?? (/^(data|aria)-[a-z-]+$/.test(name) ? name : undefined)
  if (written === undefined || typeof value !== 'string') throw unknown
  // What else an address can be, a script for example, is for React to refuse.
  if (name === 'href' && !/^(\/|#|\?|https?:\/\/|mailto:)/.test(value)) throw unknown
  return ` ${written}="${escaped(value)}"`
}

const unknown = new Error('React has to do this')

const plainTags = new Set(
  (
    'a abbr article bdi br caption cite code dd del div dl dt em figure h2 h3 h4 header hr i ins li mark ol p q ' +
    'section small span strong sub sup table tbody td th thead time tr ul'
  ).split(' '),
)
const voidTags = new Set(['br', 'hr'])

const plainAttributes: Record<string, string> = {
  className: 'class',
  dateTime: 'dateTime',
  dir: 'dir',
  href: 'href',
  id: 'id',
  lang: 'lang',
  rel: 'rel',
  role: 'role',
  scope: 'scope',
  title: 'title',
}

function escaped(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, mark => marks[mark] ?? mark) : text
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' }
