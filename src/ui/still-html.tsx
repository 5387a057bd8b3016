import { stillContent } from '#src/lib/http/still-content.ts'

export type StillProps = {
  tag: 'a' | 'div' | 'footer' | 'nav' | 'ol' | 'search' | 'table' | 'ul'
  className?: string
  role?: string
  href?: string
  'aria-label'?: string
}

// What was in the document when it was loaded: Back can lead to a page again whose HTML is gone from the document.
const seen = new Map<string, string>()

/**
 * What `Still` leaves to the HTML. On the server it renders what was put by at `place`. In the browser that is there
 * already, and React leaves it alone.
 */
export function StillHtml({ tag: Tag, place, ...attributes }: StillProps & { place: number }) {
  const id = `still-${place}`
  if (typeof window === 'undefined') {
    const part = stillContent(place)
    if (part && 'html' in part)
      // biome-ignore lint/security/noDangerouslySetInnerHtml: made and escaped by plainHtml, of elements
      return <Tag {...attributes} id={id} dangerouslySetInnerHTML={{ __html: part.html }} />
    return (
      <Tag {...attributes} id={id}>
        {part?.children}
      </Tag>
    )
  }
  const html = seen.get(id) ?? document.getElementById(id)?.innerHTML ?? ''
  seen.set(id, html)
  // biome-ignore lint/security/noDangerouslySetInnerHtml: it is this document's own HTML, as the server escaped it
  return <Tag {...attributes} id={id} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: html }} />
}
