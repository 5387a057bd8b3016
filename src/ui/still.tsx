import type { ReactNode } from 'react'
import { currentAnswer } from '#src/lib/http/current-answer.ts'
import { StillHtml } from './browser.tsx'
import { plainHtml } from './plain-html.ts'
import type { StillProps } from './still-html.tsx'

/**
 * A part of a page that React never changes, such as a table. Next sends what a page shows twice, as HTML and once more
 * for its scripts; this part goes as HTML alone. It holds elements and plain components only: nothing that is async, no
 * form of ours, no client component.
 */
export function Still({ tag: Tag, children, ...attributes }: StillProps & { children: ReactNode }) {
  const put = currentAnswer()?.still
  // Where scripts ask for the page there is no HTML.
  if (!put) return <Tag {...attributes}>{children}</Tag>
  const html = plainHtml(children)
  const place = put.push(html === null ? { children } : { html }) - 1
  return <StillHtml tag={Tag} {...attributes} place={place} />
}
