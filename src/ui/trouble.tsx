import type { ReactNode } from 'react'

type TroubleProps = {
  heading: string
  children: ReactNode
  /** What finds this fault in our log; the reader can quote it. */
  reference?: string
  links?: { href: string; words: string }[]
}

/** The body of a page that could not be shown: what happened, what is safe, what to do now. */
export function Trouble({ heading, children, reference, links = [] }: TroubleProps) {
  return (
    <div className="trouble">
      <h1>{heading}</h1>
      {children}
      {reference ? (
        <dl className="summary">
          <div>
            <dt>Reference of this fault</dt>
            <dd translate="no">{reference}</dd>
          </div>
        </dl>
      ) : null}
      {links.length > 0 ? (
        <ul className="ways">
          {links.map(link => (
            <li key={link.href}>
              <a href={link.href}>{link.words}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
