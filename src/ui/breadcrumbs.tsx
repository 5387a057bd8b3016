import { Still } from './still.tsx'

export type Crumb = { href: string; words: string }

/** The way from the first page to this one. `here` is this page, not a link; it may be a person's own words. */
export function Breadcrumbs({ trail, here }: { trail: Crumb[]; here: string }) {
  return (
    <Still tag="nav" className="crumbs" aria-label="Breadcrumbs">
      <ol>
        {trail.map(crumb => (
          <li key={crumb.href}>
            <a href={crumb.href}>{crumb.words}</a>
          </li>
        ))}
        <li aria-current="page">
          <bdi>{here}</bdi>
        </li>
      </ol>
    </Still>
  )
}
