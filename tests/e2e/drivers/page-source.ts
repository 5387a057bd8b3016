import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { attribute, type Element, elementsIn, textOf } from '#tests/chaos/elements.ts'

/**
 * Something on a page that w3m can go to. `number` is its place among them, from 1; `name` what it is called by; `kind`
 * how it is worked. `isOn` is a box or choice that is ticked, `chosen` the place of what is chosen among `options`.
 */
export type Control = {
  number: number
  kind: 'link' | 'button' | 'text' | 'lines' | 'tick' | 'list' | 'hidden'
  name: string
  value: string
  isOn: boolean
  options: string[]
  chosen: number
}

/** All links and fields of a page, in the order in which w3m numbers them: hidden fields have numbers too. */
export function controlsIn(source: string): Control[] {
  const all = elementsIn(parse(source).childNodes)
  return all
    .filter(element => kindOf(element) !== null)
    .map((element, index) => {
      const options = elementsIn(element.childNodes).filter(({ tagName }) => tagName === 'option')
      const chosen = options.findIndex(option => attribute(option, 'selected') !== undefined)
      return {
        number: index + 1,
        kind: kindOf(element) ?? 'link',
        name: nameOf(element, all),
        value: element.tagName === 'textarea' ? textOf(element) : (attribute(element, 'value') ?? ''),
        isOn: attribute(element, 'checked') !== undefined,
        options: options.map(wordsOf),
        chosen: Math.max(chosen, 0),
      }
    })
}

/** Everything that one reads on a page. */
export function textIn(source: string): string {
  const body = elementsIn(parse(source).childNodes).find(({ tagName }) => tagName === 'main')
  return body ? wordsOf(body) : source
}

function kindOf(element: Element): Control['kind'] | null {
  const type = attribute(element, 'type') ?? 'text'
  if (element.tagName === 'a') return attribute(element, 'href') === undefined ? null : 'link'
  if (element.tagName === 'button') return 'button'
  if (element.tagName === 'textarea') return 'lines'
  if (element.tagName === 'select') return 'list'
  if (element.tagName !== 'input') return null
  if (type === 'hidden') return 'hidden'
  return /radio|checkbox/.test(type) ? 'tick' : 'text'
}

function nameOf(element: Element, all: Element[]): string {
  if (/^(a|button)$/.test(element.tagName)) return wordsOf(element)
  const id = attribute(element, 'id')
  const labels = all.filter(({ tagName }) => tagName === 'label')
  const label =
    labels.find(one => id !== undefined && attribute(one, 'for') === id) ??
    labels.find(one => holds(one, element))
  return label ? wordsOf(label) : ''
}

function holds(label: Element, element: Element) {
  return elementsIn(label.childNodes as DefaultTreeAdapterTypes.ChildNode[]).includes(element)
}

function wordsOf(element: Element) {
  return textOf(element).replace(/\s+/g, ' ').trim()
}
