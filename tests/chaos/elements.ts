import { type DefaultTreeAdapterTypes, defaultTreeAdapter } from 'parse5'

export type Node = DefaultTreeAdapterTypes.ChildNode
export type Element = DefaultTreeAdapterTypes.Element

/** All elements below these nodes, in the order of the page. */
export function elementsIn(nodes: Node[]): Element[] {
  return nodes.filter(isElement).flatMap(element => [element, ...elementsIn(element.childNodes)])
}

export function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attrs.find(found => found.name === name)?.value
}

/** The text in an element, as it was written. Blocks stand apart. */
export function textOf(element: Element | undefined): string {
  if (!element || unread.has(element.tagName)) return ''
  const parts = element.childNodes.map(node => {
    if (defaultTreeAdapter.isTextNode(node)) return node.value
    return isElement(node) ? textOf(node) : ''
  })
  return parts.join(blocks.has(element.tagName) ? ' ' : '')
}

const unread = new Set(['script', 'style', 'template'])
const blocks = new Set(['body', 'main', 'section', 'ul', 'form', 'div', 'nav', 'header', 'footer', 'select'])

function isElement(node: Node): node is Element {
  return defaultTreeAdapter.isElementNode(node)
}
