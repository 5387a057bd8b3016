import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'
import { TextLines } from './text-lines.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

// Beyond this a page of text is not written by hand; the whole of it stays in the raw mail.
const mostCharacters = 500_000

const unseen = new Set(
  'head script style title template noscript iframe object svg math select textarea'.split(' '),
)
const blocks = new Set(
  (
    'address article aside blockquote body center dd details div dl dt fieldset figure footer form header html li main ' +
    'nav ol p pre section summary table tbody tfoot thead tr ul h1 h2 h3 h4 h5 h6'
  ).split(' '),
)
const apart = new Set('p h1 h2 h3 h4 h5 h6 ul ol dl pre table blockquote'.split(' '))

/**
 * What somebody reads who is shown this HTML, as plain text: no markup, no script, nothing that was hidden, links with
 * where they lead, quotes behind "> " as in a plain mail.
 */
export function textOfHtml(html: string): string {
  const lines = new TextLines()
  const numbers = new Map<unknown, number>()
  const tasks: (() => void)[] = [() => visit(nodesOf(html.slice(0, mostCharacters)))]
  // A stack of our own: a mail may nest deeper than the one of the language goes.
  function visit(nodes: readonly Node[]) {
    for (const node of [...nodes].reverse()) tasks.push(() => write(node))
  }
  function write(node: Node) {
    if ('value' in node) return lines.write(node.value)
    if (!('tagName' in node) || isUnseen(node)) return
    const after = open(node, lines, numbers)
    tasks.push(after)
    visit(node.childNodes)
  }
  for (let task = tasks.pop(); task; task = tasks.pop()) task()
  return lines.toString()
}

// Where nothing is closed, each further tag costs the parser a look at all that are open: minutes, in a mail that was made for it.
const deepest = 6000

function nodesOf(html: string): readonly Node[] {
  let depth = 0
  const counting = {
    ...defaultTreeAdapter,
    onItemPush: () => {
      depth++
      if (depth > deepest) throw tooDeep
    },
    onItemPop: () => {
      depth--
    },
  }
  try {
    return parse(html, { treeAdapter: counting }).childNodes
  } catch (error) {
    if (error !== tooDeep) throw error
    return parse(withoutTags(html)).childNodes
  }
}

const tooDeep = new Error('The HTML nests too deep')

function withoutTags(html: string): string {
  return html
    .split('<')
    .map(piece => piece.slice(piece.indexOf('>') + 1))
    .join(' ')
}

/** Writes what stands before the content of an element. Returns what writes the rest. */
function open(element: Element, lines: TextLines, numbers: Map<unknown, number>): () => void {
  const { tagName } = element
  if (tagName === 'br') lines.break()
  if (tagName === 'hr') lines.rule()
  if (tagName === 'img') lines.write(attribute(element, 'alt'))
  if (tagName === 'a') return linkOf(element, lines)
  if (tagName === 'td' || tagName === 'th') return () => lines.cell()
  if (!blocks.has(tagName)) return () => {}
  const gap = apart.has(tagName)
  lines.block(gap)
  if (tagName === 'li') lines.bullet(markOf(element, numbers))
  if (tagName === 'blockquote') lines.quote(1)
  if (tagName === 'pre') lines.keepSpaces(1)
  return () => {
    if (tagName === 'pre') lines.keepSpaces(-1)
    if (tagName === 'li') lines.endItem()
    lines.block(gap)
    if (tagName === 'blockquote') lines.quote(-1)
  }
}

// The address is written where the words of the link are not the address itself.
function linkOf(element: Element, lines: TextLines): () => void {
  const address = attribute(element, 'href').trim()
  const before = lines.length
  return () => {
    if (!/^(https?:|mailto:|tel:)/i.test(address)) return
    const words = lines.since(before)
    const plain = address.replace(/^(mailto:|tel:)/i, '')
    if (words && !words.includes(plain) && !plain.includes(words))
      lines.write(` <${plain.replace(/\s/g, '')}>`)
  }
}

function markOf({ parentNode: list }: Element, numbers: Map<unknown, number>): string {
  if (!list || !('tagName' in list) || list.tagName !== 'ol') return '- '
  const number = (numbers.get(list) ?? 0) + 1
  numbers.set(list, number)
  return `${number}. `
}

function isUnseen(element: Element): boolean {
  if (unseen.has(element.tagName) || element.attrs.some(({ name }) => name === 'hidden')) return true
  return /display\s*:\s*none|mso-hide\s*:\s*all/i.test(attribute(element, 'style'))
}

function attribute(element: Element, name: string): string {
  return element.attrs.find(one => one.name === name)?.value ?? ''
}
