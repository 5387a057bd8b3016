import { defaultTreeAdapter, parse } from 'parse5'
import { attribute, elementsIn, textOf } from './elements.ts'
import { formIn, type ReadForm } from './read-form.ts'

/** What a person without scripts gets to see of a page, and what a program needs to judge it. */
export type ReadPage = {
  hasDoctype: boolean
  lang: string
  title: string
  heading: string
  /** Everything that is read, without scripts, styles and the title. */
  text: string
  forms: ReadForm[]
}

/** Reads a page as a browser parses it. */
export function readPage(source: string): ReadPage {
  const document = parse(source)
  const all = elementsIn(document.childNodes)
  const first = (tag: string) => all.find(({ tagName }) => tagName === tag)
  return {
    hasDoctype: document.childNodes.some(defaultTreeAdapter.isDocumentTypeNode),
    lang: attribute(first('html'), 'lang') ?? '',
    title: textOf(first('title')).trim(),
    heading: textOf(first('h1')).trim(),
    text: textOf(first('body')),
    forms: all.filter(({ tagName }) => tagName === 'form').map(formIn),
  }
}
